import type { NmtResult } from '@abitly/database'
import { gradeSummary } from '@abitly/domain'
import type { GradeSummary } from '@abitly/domain'
import { formatDecimal, listText } from '@abitly/text'
import type { TextArguments, Translator } from '@abitly/text'

/** Mean and strongest subjects of each test, newest first. */
export function gradeLines(tr: Translator, results: readonly NmtResult[]): string[] {
  return results.flatMap((result) => yearLines(tr, result))
}

/** The same below the grades themselves: they tell the year, and what was not passed. */
export function averageLine(tr: Translator, { grades }: NmtResult): string[] {
  const summary = gradeSummary(grades)
  if (summary === null) return []
  const of = summary.notPassed.length === 0 ? 'all' : 'passed'
  return [tr.text('profile-average', { of, ...summaryArguments(tr, summary) })]
}

function yearLines(tr: Translator, { nmtYear, grades }: NmtResult): string[] {
  const summary = gradeSummary(grades)
  const year = { nmtYear: String(nmtYear) }
  if (summary === null) return [tr.text('statistics-grades-none', year)]
  const line = tr.text('statistics-grades', { ...year, ...summaryArguments(tr, summary) })
  if (summary.notPassed.length === 0) return [line]
  const names = summary.notPassed.map((subject) => tr.text('subject-short', { subject }))
  return [line, tr.text('statistics-not-passed', { subjects: listText(tr, names) })]
}

function summaryArguments(tr: Translator, { averageHundredths, strongest }: GradeSummary): TextArguments {
  const subjects = strongest.map(({ subject, grade }) => `${tr.text('subject-short', { subject })} ${grade}`)
  return {
    average: formatDecimal(tr.language, (averageHundredths / 100).toFixed(2)),
    subjects: subjects.join(', '),
  }
}
