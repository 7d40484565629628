import type { FileSummary } from './import-file.ts'

/** Reasons that a terminal shows; the report has them all. */
const REASONS = 10

/** What became of a file, for the terminal. */
export function summaryLines(
  name: string,
  { kind, rows, added, changed, unchanged, removed, refused, unknownColumns, ...rest }: FileSummary,
  { seconds, errorsPath, complete }: { seconds: number; errorsPath: string; complete: boolean },
): string[] {
  const counts = [`${added} new`, `${changed} changed`, `${unchanged} unchanged`, `${refused} refused`]
  if (removed > 0) counts.push(`${removed} removed`)
  const reasons = [...rest.reasons].sort((a, b) => b[1] - a[1])
  return [
    `${name}: ${rows} rows of ${kind} in ${seconds.toFixed(1)} s: ${counts.join(', ')}`,
    ...(unknownColumns.length > 0 ? [`  Unknown columns, left aside: ${unknownColumns.join(', ')}`] : []),
    ...reasons.slice(0, REASONS).map(([reason, count]) => `  ${count} × ${reason}`),
    ...(reasons.length > REASONS ? [`  and ${reasons.length - REASONS} other reasons`] : []),
    ...(refused > 0 ? [`  Each of them by its line: ${errorsPath}`] : []),
    ...(complete && !rest.completed
      ? ['  Nothing was removed, because rows were refused: mend them and run it again']
      : []),
  ]
}
