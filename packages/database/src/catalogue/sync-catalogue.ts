import { performance } from 'node:perf_hooks'
import { systemClock } from '@abitly/runtime'
import type { ClientBase } from 'pg'
import type { ConnectionOptions } from '../connection.ts'
import { poolConfig } from '../connection.ts'
import { translated } from '../faults.ts'
import type { Log } from '../log.ts'
import { withClient } from '../with-client.ts'
import type { CatalogueText } from './catalogue-files.ts'
import { defaultCatalogueDir, parseCatalogue, readCatalogue } from './catalogue-files.ts'
import { refreshOpenDays } from './refresh-open-days.ts'
import { writeCatalogue } from './write-catalogue.ts'

/** What `syncCatalogue` takes. */
export interface SyncOptions extends ConnectionOptions {
  /** Folder of the catalogue's files; default: prisma/catalogue of the repository. */
  catalogueDir?: string
  /** Open days are invented for the weeks after this moment; default: the present one. */
  now?: Date
  log?: Log
}

/** What a synchronisation did. */
export interface SyncReport {
  /** False: the catalogue was already the one of these files. */
  changed: boolean
  openDaysAdded: number
  durationMs: number
}

/** Raise it when the same files have to give other rows. */
const WRITER_VERSION = 3
/** 'catalog' in ASCII: one synchronisation at a time. */
const LOCK_KEY = '27973175172951911'

/**
 * Writes the catalogue in one transaction: inserts, updates only rows it wrote itself, deletes nothing people
 * refer to. Does nothing when the files are those that were written last, except that it invents open days
 * for the coming weeks when few are left.
 * @throws Fault DATABASE_UNAVAILABLE
 */
export async function syncCatalogue(options: SyncOptions): Promise<SyncReport> {
  const startedAt = performance.now()
  const text = await readCatalogue(options.catalogueDir ?? defaultCatalogueDir)
  const now = options.now ?? systemClock.now()
  const done = await translated(() => inTransaction(options, (client) => synchronise(client, text, now)))
  const report = { ...done, durationMs: Math.round(performance.now() - startedAt) }
  options.log?.(report.changed ? 'the catalogue is written' : 'the catalogue is up to date', { ...report })
  return report
}

async function synchronise(
  client: ClientBase,
  text: CatalogueText,
  now: Date,
): Promise<Omit<SyncReport, 'durationMs'>> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY])
  const hash = `${WRITER_VERSION}:${text.hash}`
  const { rows } = await client.query<{ hash: string }>(
    `SELECT hash FROM catalogue_state WHERE name = 'catalogue'`,
  )
  const changed = rows[0]?.hash !== hash
  if (changed) {
    await writeCatalogue(client, parseCatalogue(text))
    await client.query(
      `INSERT INTO catalogue_state (name, hash, synced_at) VALUES ('catalogue', $1, $2)
       ON CONFLICT (name) DO UPDATE SET hash = EXCLUDED.hash, synced_at = EXCLUDED.synced_at`,
      [hash, now],
    )
  }
  const openDaysAdded = await refreshOpenDays(client, now, () => parseCatalogue(text).openDayTemplates)
  return { changed, openDaysAdded }
}

function inTransaction<T>(options: SyncOptions, work: (client: ClientBase) => Promise<T>): Promise<T> {
  return withClient({ ...poolConfig(options), application_name: 'abitly catalogue' }, async (client) => {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  })
}
