/** The value below which `part` of the numbers lie. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

/** The most of these moments that lie within any one second. `second`: its length in their unit. */
export function busiestSecond(moments: readonly number[], second = 1_000): number {
  const sorted = [...moments].sort((a, b) => a - b)
  let first = 0
  let most = 0
  for (const [last, moment] of sorted.entries()) {
    while (moment - (sorted[first] ?? moment) >= second) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

export const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1)

export const say = (line = ''): void => void process.stdout.write(`${line}\n`)

/** Rows of a table, columns padded to the widest cell. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) say(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
}
