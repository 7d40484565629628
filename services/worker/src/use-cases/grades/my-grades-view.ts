import type { NmtResult } from '@abitly/database'
import { isNmtYear, SUBJECTS } from '@abitly/domain'
import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import type { Button, View } from '../view.ts'
import { gradeText } from './grades-texts.ts'

/** All grades of a student, year by year, each year behind a button that corrects it. */
export function myGradesView(tr: Translator, results: readonly NmtResult[], from: OfferKey | null): View {
  const years = [...new Set(results.map(({ nmtYear }) => nmtYear))].filter(isNmtYear)
  const fix = years.map((nmtYear): Button[] => [
    {
      text: tr.text('button-fix-year', { nmtYear: String(nmtYear) }),
      press: { kind: 'fix-grades', nmtYear, from },
    },
  ])
  return {
    text: [tr.text('my-grades'), ...results.map((result) => resultText(tr, result))].join('\n\n'),
    keyboard: [
      ...fix,
      [{ text: tr.text('button-add-year'), press: { kind: 'add-grades', from } }],
      [wayBack(tr, from)],
    ],
  }
}

/** Back to the offer they came from, or to the menu. */
function wayBack(tr: Translator, from: OfferKey | null): Button {
  if (from === null) return menuButton(tr)
  return { text: tr.text('button-back-to-offer'), press: { kind: 'offer', offer: from, list: [] } }
}

function resultText(tr: Translator, { nmtYear, source, grades }: NmtResult): string {
  const key = source === 'account' ? 'my-grades-account-year' : 'my-grades-year'
  const lines = SUBJECTS.flatMap((subject) => {
    const grade = grades[subject]
    if (grade === undefined) return []
    return [`${tr.text('subject-name', { subject })} ${gradeText(tr, grade)}`]
  })
  return [tr.text(key, { nmtYear: String(nmtYear) }), ...lines].join('\n')
}
