import type { Account, NmtResult } from '@abitly/database'
import { SUBJECTS } from '@abitly/domain'
import { atTimeText, listText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { menuButton, profileButton, signInButtons } from '../buttons.ts'
import { gradeText } from '../grades/grades-texts.ts'
import type { Button, View } from '../view.ts'
import type { StudentSettings } from '../visit.ts'
import { accountName } from './account-names.ts'
import type { LinkConflict } from './link-conflict.ts'

/**
 * The chat and the account belong together now; `results`: what the account has brought along, `earlier`: what counted
 * before it.
 */
export function linkedView(
  tr: Translator,
  account: Account,
  { results, earlier }: { results: readonly NmtResult[]; earlier: readonly NmtResult[] },
): View {
  const args = { name: accountName(tr, account) }
  const newest = results.find(({ source }) => source === 'account')
  const text =
    newest === undefined
      ? tr.text('link-done-no-grades', args)
      : tr.text('link-done', { ...args, nmtYear: String(newest.nmtYear), grades: allGrades(tr, newest) })
  return {
    text: [text, ...setAside(tr, results, earlier)].join('\n\n'),
    keyboard: [[{ ...profileButton(tr), style: 'primary' }, menuButton(tr)]],
  }
}

/** The student's own entries that the account's take the place of, while it is linked. */
function setAside(tr: Translator, results: readonly NmtResult[], earlier: readonly NmtResult[]): string[] {
  const ofAccount = results.filter(({ source }) => source === 'account').map(({ nmtYear }) => nmtYear)
  const years = earlier
    .filter(({ source, nmtYear }) => source === 'own' && ofAccount.includes(nmtYear))
    .map(({ nmtYear }) => nmtYear)
    .toSorted((a, b) => a - b)
  if (years.length === 0) return []
  const number = years.length === 1 ? 'one' : 'several'
  return [tr.text('link-own-grades', { years: listText(tr, years.map(String)), number })]
}

/** A second press, or a second token for what is linked already. */
export function alreadyLinkedView(tr: Translator, account: Account | null): View {
  const text = tr.text('link-already', { name: accountName(tr, account) })
  return { text, keyboard: [[profileButton(tr), menuButton(tr)]] }
}

/** One text for whatever is wrong with a token: who guesses learns nothing. */
export function linkInvalidView(tr: Translator, { accountLinkUrl }: StudentSettings): View {
  const renew: Button[][] =
    accountLinkUrl === null
      ? []
      : [[{ text: tr.text('button-new-link'), url: accountLinkUrl, style: 'primary' }]]
  return { text: tr.text('link-invalid'), keyboard: [...renew, [menuButton(tr)]] }
}

/** Too many tokens that were no good. */
export function linkBlockedView(tr: Translator, until: Date): View {
  const text = tr.text('link-blocked', { when: atTimeText(tr, until) })
  return { text, keyboard: [[menuButton(tr)]] }
}

/** What a question is about. */
export interface LinkQuestion {
  conflict: LinkConflict
  account: Account
  /** The account of this chat so far. */
  current: Account | null
  revision: number
}

/** Asks before anybody loses a link. */
export function linkQuestionView(tr: Translator, question: LinkQuestion): View {
  const { conflict, revision } = question
  const answer = (key: string, confirmed: boolean): Button => ({
    text: tr.text(key),
    press: { kind: 'link-answer', revision, confirmed },
  })
  const text = tr.text('link-question', {
    conflict,
    name: accountName(tr, question.account),
    current: accountName(tr, question.current),
  })
  // Moving is what they came for; an account that somebody else may have put here is not replaced in passing.
  const keyboard: Button[][] =
    conflict === 'account-taken'
      ? [[{ ...answer('button-move-here', true), style: 'primary' }], [answer('button-keep', false)]]
      : [[{ ...answer('button-keep', false), style: 'primary' }], [answer('button-replace', true)]]
  return { text, keyboard }
}

/** For the chat that has lost its account to another one. The first line may be read on a lock screen. */
export function movedAwayView(tr: Translator, settings: StudentSettings): View {
  return { text: tr.text('link-moved-away'), keyboard: [...signInButtons(tr, settings), [menuButton(tr)]] }
}

function allGrades(tr: Translator, { grades }: NmtResult): string {
  return SUBJECTS.flatMap((subject) => {
    const grade = grades[subject]
    return grade === undefined ? [] : [gradeText(tr, grade)]
  }).join(' · ')
}
