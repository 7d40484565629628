import { formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import type { View } from '../view.ts'
import { ANSWER_DAYS, BROADCAST_DAYS, INACTIVE_MONTHS, SEARCH_DAYS } from './kept.ts'

/** What is kept of a student and for how long, what is not, and the ways to have it or be rid of it. */
export function privacyView(tr: Translator): View {
  const kept = {
    answers: formatCount(tr.language, ANSWER_DAYS),
    mailings: formatCount(tr.language, BROADCAST_DAYS),
    searches: formatCount(tr.language, SEARCH_DAYS),
    months: formatCount(tr.language, INACTIVE_MONTHS),
  }
  return {
    text: tr.text('privacy', kept),
    keyboard: [
      [{ text: tr.text('button-my-data'), press: { kind: 'export-data' } }],
      [{ text: tr.text('button-erase-ask'), press: { kind: 'ask-to-erase' } }],
      [menuButton(tr)],
    ],
  }
}
