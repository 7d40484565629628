import type { ClientBase } from 'pg'
import type { ImportBatch, ImportRun, WrittenRows } from './imported-rows.ts'
import { upsertImported } from './upsert-imported.ts'

const UPSERT = {
  table: 'open_days',
  key: ['source_key'],
  fixed: { generated: 'false' },
  // Who looks for edited open days goes by this.
  stamped: { updated_at: '$2::timestamptz' },
  returning: 'id',
}

/** Writes a batch of open days in the caller's transaction. */
export async function writeOpenDays(
  client: ClientBase,
  batch: ImportBatch,
  { now }: ImportRun,
): Promise<WrittenRows> {
  const rows = batch.rows.map(({ key, ...row }) => ({ ...row, source_key: `import:${String(key)}` }))
  const columns = batch.columns.map((column) => (column === 'key' ? 'source_key' : column))
  const written = await upsertImported(client, { rows, columns }, UPSERT, now)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added, removed: 0, touched: [] }
}
