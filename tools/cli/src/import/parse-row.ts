import type { Kind } from './kinds.ts'

/** A row as the table takes it, with the columns that the record speaks of. */
export type ParsedRow =
  | { row: Readonly<Record<string, unknown>>; columns: readonly string[] }
  /** Every column that is wrong, and why. */
  | { problems: { column: string; reason: string }[] }

/** Reads one record as a row of that kind. Pure. */
export function parseRow({ columns }: Kind, fields: Readonly<Record<string, unknown>>): ParsedRow {
  const row: Record<string, unknown> = {}
  const problems: { column: string; reason: string }[] = []
  for (const { name, parse, required, empty } of columns) {
    const cell = Object.hasOwn(fields, name) ? cellOf(fields[name]) : undefined
    if (cell === null) problems.push({ column: name, reason: 'is not a plain value' })
    else if (cell === undefined || cell === '') {
      if (required === true) problems.push({ column: name, reason: 'is missing' })
      else if (cell === '') row[name] = empty ?? null
    } else {
      const parsed = parse(cell)
      if ('reason' in parsed) problems.push({ column: name, reason: parsed.reason })
      else row[name] = parsed.value
    }
  }
  return problems.length > 0 ? { problems } : { row, columns: Object.keys(row) }
}

/** JSON has values of its own; null is an empty cell. @returns null for what is no cell at all */
function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
