import type { Client, ClientBase } from 'pg'
import pg from 'pg'
import type { Row } from '../catalogue/table-rows.ts'
import type { ConnectionOptions } from '../connection.ts'
import { poolConfig } from '../connection.ts'
import { translated } from '../faults.ts'
import type { BatchReport, ImportBatch, ImportRun, OfferKey, WrittenRows } from './imported-rows.ts'
import { OFFER, SPECIALITY, STATUS, UNIVERSITY, wrongReferences } from './references.ts'
import type { Reference } from './references.ts'
import { openSeen, recordSeen, removeMissing, seenOffers } from './remove-missing.ts'
import { writeApplicants } from './write-applicants.ts'
import { writeOffers } from './write-offers.ts'
import { writeOpenDays } from './write-open-days.ts'

export type ImportKind = 'offers' | 'applicants' | 'open-days'

/** A connection that imports one kind of rows. */
export interface Importer {
  /**
   * Writes a batch in one transaction. A row that the tables refuse is refused alone: the others are written.
   * @throws Fault DATABASE_UNAVAILABLE
   */
  write(batch: ImportBatch): Promise<BatchReport>
  /**
   * Applicants only: removes what the offers named so far have besides the rows that were written, some offers per
   * transaction. @returns how many applications went
   */
  removeMissing(): Promise<number>
  close(): Promise<void>
}

type Write = (client: ClientBase, batch: ImportBatch, run: ImportRun) => Promise<WrittenRows>

const WRITERS: Record<ImportKind, { write: Write; references: readonly Reference[] }> = {
  offers: { write: writeOffers, references: [UNIVERSITY, SPECIALITY] },
  applicants: { write: writeApplicants, references: [OFFER, STATUS] },
  'open-days': { write: writeOpenDays, references: [UNIVERSITY] },
}

/**
 * Opens an import.
 * @param options.complete applicants: the rows are the whole list of each offer they name
 * @throws Fault DATABASE_UNAVAILABLE
 */
export async function openImporter(
  connection: ConnectionOptions,
  kind: ImportKind,
  run: ImportRun,
  { complete = false } = {},
): Promise<Importer> {
  const client = new pg.Client({ ...poolConfig(connection), application_name: 'abitly import' })
  // A connection that breaks fails the running query; without a listener it would end the process as well.
  client.on('error', () => undefined)
  await translated(async () => {
    await client.connect()
    if (complete) await openSeen(client)
  })
  const { write, references } = WRITERS[kind]
  const writing = { client, write, references, run, complete }
  return {
    write: (batch) => translated(() => writeBatch(writing, batch)),
    removeMissing: () => translated(() => removeAllMissing(client, run)),
    close: () => client.end(),
  }
}

interface Writing {
  client: Client
  write: Write
  references: readonly Reference[]
  run: ImportRun
  complete: boolean
}

async function writeBatch(writing: Writing, batch: ImportBatch): Promise<BatchReport> {
  const refused = await wrongReferences(writing.client, batch.rows, writing.references)
  const wrong = new Set(refused.map(({ index }) => index))
  const good = batch.rows.flatMap((row, index) => (wrong.has(index) ? [] : [{ row, index }]))
  const report: BatchReport = { added: 0, changed: 0, unchanged: 0, removed: 0, refused }
  await writeSplitting(writing, batch.columns, good, report)
  return report
}

/** PostgreSQL names the broken rule, not the row: halves are tried until the row stands alone. */
async function writeSplitting(
  writing: Writing,
  columns: readonly string[],
  good: readonly { row: Row; index: number }[],
  report: BatchReport,
): Promise<void> {
  const [first] = good
  if (first === undefined) return
  try {
    const written = await inTransaction(writing, { columns, rows: good.map(({ row }) => row) })
    report.added += written.added
    report.changed += written.changed
    report.removed += written.removed
    report.unchanged += good.length - written.added - written.changed
  } catch (error) {
    const rule = brokenRule(error)
    if (rule === null) throw error
    if (good.length === 1) {
      report.refused.push({ index: first.index, ...rule })
      return
    }
    const middle = Math.ceil(good.length / 2)
    await writeSplitting(writing, columns, good.slice(0, middle), report)
    await writeSplitting(writing, columns, good.slice(middle), report)
  }
}

async function inTransaction(
  { client, write, run, complete }: Writing,
  batch: ImportBatch,
): Promise<WrittenRows> {
  return await transaction(client, async () => {
    const written = await write(client, batch, run)
    if (complete) await recordSeen(client, batch)
    return written
  })
}

async function transaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    // On a connection that broke there is nothing to roll back.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Integrity (23…) and data (22…) errors are a row's; everything else is not. Their text may quote the row. */
function brokenRule(error: unknown): { column: string; reason: string } | null {
  if (!(error instanceof pg.DatabaseError) || !/^2[23]/.test(error.code ?? '')) return null
  const rule = error.constraint === undefined ? `error ${error.code}` : `the rule ${error.constraint}`
  return { column: error.column ?? '', reason: `the database refuses it: ${rule}` }
}

async function removeAllMissing(client: ClientBase, run: ImportRun): Promise<number> {
  let removed = 0
  let after: OfferKey | null = null
  for (;;) {
    const offers: OfferKey[] = await seenOffers(client, after)
    const last = offers.at(-1)
    if (last === undefined) return removed
    removed += await transaction(client, () => removeMissing(client, offers, run))
    after = last
  }
}
