import type { ClientBase } from 'pg'
import type { Row } from '../catalogue/table-rows.ts'

/** A column whose value has to stand in another table. */
export interface Reference {
  column: string
  /** One statement: which of the values `$1` are there, as text. */
  known: string
  reason: string
  /** The value as that statement gives it back. */
  valueOf: (row: Row) => string | null
}

/** The value of one column, as text. */
export function columnText(row: Row, column: string): string | null {
  const value = row[column]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function simple(column: string, known: string, reason: string): Reference {
  return { column, known, reason, valueOf: (row) => columnText(row, column) }
}

export const UNIVERSITY = simple(
  'university_id',
  'SELECT id::text AS value FROM universities WHERE id::text = ANY($1::text[])',
  'there is no such university',
)
export const SPECIALITY = simple(
  'speciality_code',
  'SELECT code AS value FROM specialities WHERE code = ANY($1::text[])',
  'there is no such speciality',
)
export const STATUS = simple(
  'status_id',
  'SELECT edbo_id::text AS value FROM application_statuses WHERE edbo_id::text = ANY($1::text[])',
  'there is no such status',
)
export const OFFER: Reference = {
  column: 'offer_id',
  known: `SELECT o.year || '/' || o.offer_id AS value
            FROM (SELECT split_part(key, '/', 1)::smallint AS year, split_part(key, '/', 2)::integer AS offer_id
                    FROM unnest($1::text[]) key) wanted
            JOIN offers o USING (year, offer_id)`,
  reason: 'there is no such offer of that year',
  valueOf: (row) => `${columnText(row, 'year')}/${columnText(row, 'offer_id')}`,
}

/** Which rows name something that does not exist: one statement per reference. */
export async function wrongReferences(
  client: ClientBase,
  rows: readonly Row[],
  references: readonly Reference[],
): Promise<{ index: number; column: string; reason: string }[]> {
  const wrong = new Map<number, { index: number; column: string; reason: string }>()
  for (const { column, known, reason, valueOf } of references) {
    const values = rows.map(valueOf)
    const asked = [...new Set(values.filter((value) => value !== null))]
    const found = await client.query<{ value: string }>(known, [asked])
    const there = new Set(found.rows.map(({ value }) => value))
    for (const [index, value] of values.entries())
      if (value !== null && !there.has(value) && !wrong.has(index))
        wrong.set(index, { index, column, reason })
  }
  return [...wrong.values()]
}
