/** What a cell says: a value as the table takes it, or why it is none. Reasons never quote the cell. */
export type Parsed = { value: string | number | boolean } | { reason: string }

/** A column of a file. */
export interface Column {
  name: string
  parse: (cell: string) => Parsed
  /** A row without it is refused. */
  required?: true
  /** What an empty cell means. Default: null, "nobody published it". */
  empty?: string | number | boolean
}

export function int(min: number, max: number): Column['parse'] {
  return (cell) => {
    if (!/^-?\d{1,10}$/.test(cell)) return { reason: 'is not a whole number' }
    const value = Number(cell)
    return value < min || value > max ? { reason: `is not between ${min} and ${max}` } : { value }
  }
}

/** Exact, as text; a decimal comma is taken as well. */
export function decimal(min: number, max: number, digits: number): Column['parse'] {
  return (cell) => {
    const value = cell.replace(',', '.')
    if (!/^-?\d+(\.\d+)?$/.test(value)) return { reason: 'is not a number' }
    if (Number(value) < min || Number(value) > max) return { reason: `is not between ${min} and ${max}` }
    if ((value.split('.')[1] ?? '').length > digits) return { reason: `has more than ${digits} decimals` }
    return { value }
  }
}

export function text(longest: number): Column['parse'] {
  return (cell) => {
    if (cell.includes('\uFFFD')) return { reason: 'is not UTF-8' }
    if (cell.includes('\0')) return { reason: 'holds a zero byte' }
    return cell.length > longest ? { reason: `is longer than ${longest} characters` } : { value: cell }
  }
}

export function oneOf(...values: string[]): Column['parse'] {
  return (cell) => (values.includes(cell) ? { value: cell } : { reason: `is none of ${values.join(', ')}` })
}

export function flag(cell: string): Parsed {
  if (['true', '1'].includes(cell.toLowerCase())) return { value: true }
  return ['false', '0'].includes(cell.toLowerCase())
    ? { value: false }
    : { reason: 'is neither true nor false' }
}

export function date(cell: string): Parsed {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(cell) && sameDay(cell)
  return isDate ? { value: cell } : { reason: 'is not a date such as 2026-01-24' }
}

/** With its offset: "10:00" of nobody's clock is no moment. */
export function moment(cell: string): Parsed {
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(cell)
  return isMoment && !Number.isNaN(Date.parse(cell)) && sameDay(cell.slice(0, 10))
    ? { value: new Date(cell).toISOString() }
    : { reason: 'is not a moment such as 2026-01-24T10:00:00+02:00' }
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function sameDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
