import type { Translator } from '@abitly/text'

/** The first line of a report, in the order of its columns. */
export function reportHeadings(tr: Translator): string[] {
  return [
    tr.text('report-position'),
    tr.text('report-chat'),
    tr.text('report-first-name'),
    tr.text('report-last-name'),
    tr.text('report-username'),
    tr.text('report-state'),
    tr.text('report-attempts'),
    tr.text('report-error'),
    tr.text('report-ended'),
  ]
}
