import { createTestDatabase } from '@abitly/testing'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { poolConfig } from '../connection.ts'
import { useDatabase } from '../testing/use-database.ts'
import { refreshOfferSearch } from './refresh-offer-search.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const LNU = 1_481_286

let client: pg.Client

beforeAll(async () => {
  client = new pg.Client(poolConfig(db.connection))
  await client.connect()
})
afterAll(() => client.end())
beforeEach(async () => {
  await client.query('BEGIN')
  return async () => {
    await client.query('ROLLBACK')
  }
})

async function count(sql: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`)
  return rows[0]?.count ?? 0
}

const offersWith = (word: string): Promise<number> =>
  count(`offer_search JOIN search_words w ON w.id = ANY(word_ids) WHERE word = '${word}'`)

/** A copy of an offer under another number. */
const copy = (year: number, offerId: number, programme: string): Promise<unknown> =>
  client.query(
    `INSERT INTO offers SELECT (jsonb_populate_record(o, jsonb_build_object(
       'year', $1::integer, 'offer_id', $2::integer, 'programme_uk', $3::text, 'programme_en', NULL))).*
       FROM offers o WHERE o.year = 2025 AND o.offer_id = ${LNU}`,
    [year, offerId, programme],
  )

describe('a refresh', () => {
  it('has been made with the catalogue: every offer of its year', async () => {
    expect(await count('offer_search')).toBe(await count('offers WHERE year = 2025'))
    expect(await count('search_words WHERE offers = 0')).toBe(0)
  })

  it('of some offers writes those, and takes words away that nobody has any more', async () => {
    await copy(2025, 1_600_000, 'Щезникологія')
    await refreshOfferSearch(client, { year: 2025, offerIds: [1_600_000] })
    expect(await offersWith('щезникологія')).toBe(1)
    await client.query(`UPDATE offers SET programme_uk = 'Мавкознавство' WHERE offer_id = 1600000`)
    await refreshOfferSearch(client, { year: 2025, offerIds: [1_600_000] })
    expect(await offersWith('мавкознавство')).toBe(1)
    expect(await count(`search_words WHERE word = 'щезникологія'`)).toBe(0)
  })

  it('is the same when it is repeated', async () => {
    const all = 'SELECT * FROM offer_search ORDER BY offer_id'
    const before = await client.query(all)
    await refreshOfferSearch(client, 'all')
    expect((await client.query(all)).rows).toEqual(before.rows)
  })

  it('takes more offers than one batch', async () => {
    await client.query(
      `INSERT INTO offers SELECT (jsonb_populate_record(o, jsonb_build_object('offer_id', 5000000 + n))).*
         FROM offers o, generate_series(1, 4500) n WHERE o.year = 2025 AND o.offer_id = ${LNU}`,
    )
    await refreshOfferSearch(client, 'all')
    expect(await count('offer_search')).toBe(await count('offers WHERE year = 2025'))
  })

  it('keeps the former year when a newer one begins, and leaves the one before that behind', async () => {
    const former = await count('offers WHERE year = 2025')
    await copy(2026, 1_700_000, 'Мавкознавство')
    await refreshOfferSearch(client, { year: 2026, offerIds: [1_700_000] })
    expect(await count('offer_search')).toBe(former + 1)
    await client.query(
      `UPDATE offers SET programme_uk = 'Щезникологія' WHERE year = 2025 AND offer_id = ${LNU}`,
    )
    await refreshOfferSearch(client, { year: 2025, offerIds: [LNU] })
    expect(await offersWith('щезникологія')).toBe(1)
    await copy(2027, 1_800_000, 'Русалкознавство')
    await refreshOfferSearch(client, { year: 2027, offerIds: [1_800_000] })
    expect(await count('offer_search')).toBe(2)
    expect(await offersWith('щезникологія')).toBe(0)
    await refreshOfferSearch(client, { year: 2025, offerIds: [LNU] })
    expect(await count('offer_search')).toBe(2)
  })

  it('of all offers takes both years in', async () => {
    await copy(2026, 1_700_000, 'Мавкознавство')
    await client.query('DELETE FROM offer_search')
    await refreshOfferSearch(client, 'all')
    expect(await count('offer_search')).toBe(await count('offers'))
  })

  it('of no offers at all is no failure', async () => {
    await refreshOfferSearch(client, { year: 2025, offerIds: [] })
    await refreshOfferSearch(client, { year: 2025, offerIds: [1] })
    expect(await count('offer_search')).toBe(await count('offers WHERE year = 2025'))
  })
})
