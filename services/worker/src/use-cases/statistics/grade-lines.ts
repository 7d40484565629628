import type { NmtResult } from '@abitly/database'
import { gradeSummary } from '@abitly/domain'
import { formatDecimal, listText } from '@abitly/text'
import type { Translator } from '@abitly/text'

/** Mean and strongest subjects of each test, newest first. */
export function gradeLines(tr: Translator, results: readonly NmtResult[]): string[] {
  return results.flatMap((result) => yearLines(tr, result))
}

function yearLines(tr: Translator, { nmtYear, grades }: NmtResult): string[] {
  const summary = gradeSummary(grades)
  if (summary === null) return [tr.text('statistics-grades-none', { nmtYear: String(nmtYear) })]
  const { averageHundredths, strongest, notPassed } = summary
  const subjects = strongest.map(({ subject, grade }) => `${tr.text('subject-short', { subject })} ${grade}`)
  const average = formatDecimal(tr.language, (averageHundredths / 100).toFixed(2))
  const line = tr.text('statistics-grades', {
    nmtYear: String(nmtYear),
    average,
    subjects: subjects.join(', '),
  })
  if (notPassed.length === 0) return [line]
  const names = notPassed.map((subject) => tr.text('subject-short', { subject }))
  return [line, tr.text('statistics-not-passed', { subjects: listText(tr, names) })]
}
