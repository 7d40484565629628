import type { NmtResult } from '@abitly/database'
import { isNmtYear } from '@abitly/domain'
import type { Translator } from '@abitly/text'
import { backToProfileButton } from '../buttons.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import type { Button, View } from '../view.ts'
import { resultText } from './grades-texts.ts'

/** All grades of a student, year by year; one's own entries behind a button that corrects them. */
export function myGradesView(tr: Translator, results: readonly NmtResult[], from: OfferKey | null): View {
  // What the account says is changed there.
  const years = results.flatMap(({ nmtYear, source }) =>
    source === 'own' && isNmtYear(nmtYear) ? [nmtYear] : [],
  )
  const note = results.some(({ source }) => source === 'account') ? [tr.text('my-grades-account-note')] : []
  const fix = years.map((nmtYear): Button[] => [
    {
      text: tr.text('button-fix-year', { nmtYear: String(nmtYear) }),
      press: { kind: 'fix-grades', nmtYear, from },
    },
  ])
  return {
    text: [tr.text('my-grades'), ...results.map((result) => resultText(tr, result)), ...note].join('\n\n'),
    keyboard: [
      ...fix,
      [{ text: tr.text('button-add-year'), press: { kind: 'add-grades', from } }],
      [wayBack(tr, from)],
    ],
  }
}

/** Back to the offer they came from, or to the profile. */
function wayBack(tr: Translator, from: OfferKey | null): Button {
  if (from === null) return backToProfileButton(tr)
  return { text: tr.text('button-back-to-offer'), press: { kind: 'offer', offer: from, list: [] } }
}
