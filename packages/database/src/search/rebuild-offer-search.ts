import { performance } from 'node:perf_hooks'
import type { ConnectionOptions } from '../connection.ts'
import { poolConfig } from '../connection.ts'
import { translated } from '../faults.ts'
import { withClient } from '../with-client.ts'
import { refreshOfferSearch } from './refresh-offer-search.ts'

/** What a search holds after it was made anew. */
export interface SearchReport {
  offers: number
  words: number
  durationMs: number
}

/**
 * Brings the search up to date with all offers, whoever wrote them, in one transaction: searches go on meanwhile.
 * @throws Fault DATABASE_UNAVAILABLE
 */
export function rebuildOfferSearch(options: ConnectionOptions): Promise<SearchReport> {
  const config = { ...poolConfig(options), application_name: 'abitly search' }
  return translated(() =>
    withClient(config, async (client) => {
      const startedAt = performance.now()
      await client.query('BEGIN')
      await refreshOfferSearch(client, 'all')
      await client.query('COMMIT')
      const { rows } = await client.query<{ offers: number; words: number }>(
        `SELECT (SELECT count(*) FROM offer_search)::integer AS offers,
                (SELECT count(*) FROM search_words)::integer AS words`,
      )
      const { offers = 0, words = 0 } = rows[0] ?? {}
      return { offers, words, durationMs: Math.round(performance.now() - startedAt) }
    }),
  )
}
