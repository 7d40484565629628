import type { ClientBase } from 'pg'
import type { ImportBatch } from './imported-rows.ts'

/** How rows of a file meet rows of a table. */
export interface Upsert {
  table: string
  key: readonly string[]
  /** Columns whose value is told by this import, whatever the file says, e.g. `{ seeded: 'false' }`; SQL. */
  fixed: Readonly<Record<string, string>>
  /** Besides, where a row is added or differs; SQL that may use $2. */
  stamped?: Readonly<Record<string, string>>
  /** Columns of the rows that only a new row takes. */
  initial?: readonly string[]
  returning: string
}

/**
 * Inserts rows and updates those that differ, in one statement. Columns that the file does not mention stay as they
 * are, or take the table's default in a new row. Each returned row says whether it was `added`.
 */
export async function upsertImported<R extends object>(
  client: ClientBase,
  { rows, columns }: ImportBatch,
  { table, key, fixed, stamped = {}, initial = [], returning }: Upsert,
  stamp: Date | null = null,
): Promise<(R & { added: boolean })[]> {
  const given = [...new Set([...columns, ...initial])]
  const rest = columns.filter((column) => !key.includes(column))
  const ours = { ...fixed, ...stamped }
  const compared = [...rest.map((column) => `EXCLUDED.${column}`), ...Object.values(fixed)]
  const kept = [...rest, ...Object.keys(fixed)].map((column) => `kept.${column}`)
  const changes = [
    ...rest.map((column) => `${column} = EXCLUDED.${column}`),
    ...Object.entries(ours).map(([column, sql]) => `${column} = ${sql}`),
  ]
  const { rows: written } = await client.query<R & { added: boolean }>(
    `INSERT INTO ${table} AS kept (${[...given, ...Object.keys(ours)].join(', ')})
     SELECT ${[...given, ...Object.values(ours)].join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
      ORDER BY ${key.join(', ')}
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}
     WHERE (${kept.join(', ')}) IS DISTINCT FROM (${compared.join(', ')})
     RETURNING (xmax = 0) AS added, ${returning}`,
    stamp === null ? [JSON.stringify(rows)] : [JSON.stringify(rows), stamp],
  )
  return written
}
