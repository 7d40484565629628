import type { ClientBase } from 'pg'
import type { Row, TableRows } from './table-rows.ts'

const CHUNK = 1_000

/**
 * Inserts the rows, and updates those that the catalogue wrote itself (`seeded`) where they differ. All rows of
 * one call have the same columns; their types are the table's.
 */
export async function upsertSeeded(client: ClientBase, { table, key, rows }: TableRows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const rest = columns.filter((column) => !key.includes(column))
  const list = (prefix: string): string => rest.map((column) => `${prefix}.${column}`).join(', ')
  const statement = `
    INSERT INTO ${table} AS kept (${columns.join(', ')}, seeded)
    SELECT ${columns.join(', ')}, true FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${rest.map((column) => `${column} = EXCLUDED.${column}`).join(', ')}
    WHERE kept.seeded AND (${list('kept')}) IS DISTINCT FROM (${list('EXCLUDED')})`
  for (const chunk of chunks(rows)) await client.query(statement, [JSON.stringify(chunk)])
}

/** Inserts the rows; those that exist already stay as they are. Returns how many are new. */
export async function insertMissing(client: ClientBase, table: string, rows: Row[]): Promise<number> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  let inserted = 0
  for (const chunk of chunks(rows)) {
    const { rowCount } = await client.query(
      `INSERT INTO ${table} (${columns})
       SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ON CONFLICT DO NOTHING`,
      [JSON.stringify(chunk)],
    )
    inserted += rowCount ?? 0
  }
  return inserted
}

function chunks(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    rows.slice(index * CHUNK, (index + 1) * CHUNK),
  )
}
