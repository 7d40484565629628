import type { Account, NmtResult, Preferences } from '@abitly/database'
import { accountName } from '../account/account-names.ts'
import { addGradesButton, menuButton, signInButtons } from '../buttons.ts'
import { resultText } from '../grades/grades-texts.ts'
import { averageLine } from '../statistics/grade-lines.ts'
import type { Button, Keyboard, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { priorityText, quotaText } from './preference-texts.ts'

interface Profile {
  /** Whether the chat is linked; the account itself may have no name. */
  account: { linked: false } | { linked: true; account: Account | null }
  results: readonly NmtResult[]
  preferences: Preferences
}

/** Account, grades and what else scores are made of. */
export async function showProfile(visit: Visit): Promise<View> {
  const { repos, student } = visit
  const { chatId, webUserId } = student
  const profile: Profile = {
    account:
      webUserId === null
        ? { linked: false }
        : { linked: true, account: await repos.accounts.find(webUserId) },
    results: await repos.grades.ofStudent(chatId),
    preferences: await repos.preferences.of(chatId),
  }
  return { text: profileText(visit, profile), keyboard: profileKeyboard(visit, profile) }
}

function profileText({ tr, settings }: Visit, { account, results, preferences }: Profile): string {
  // Where the website has told no address, there is no button either: words have to do.
  const howToLink = settings.accountLinkUrl === null ? [tr.text('profile-link-on-site')] : []
  const linked = account.linked
    ? tr.text('profile-account', { name: accountName(tr, account.account) })
    : [tr.text('profile-no-account'), ...howToLink].join(' ')
  const grades =
    results.length === 0
      ? [tr.text('profile-no-grades')]
      : results.map((result, index) =>
          [resultText(tr, result), ...(index === 0 ? averageLine(tr, result) : [])].join('\n'),
        )
  const said = tr.text('profile-preferences', {
    priority: priorityText(tr, preferences.priority),
    quota: quotaText(tr, preferences.quota),
  })
  return [`${tr.text('profile-title')}\n${linked}`, ...grades, said].join('\n\n')
}

function profileKeyboard({ tr, settings }: Visit, { account, results }: Profile): Keyboard {
  const grades: Button =
    results.length === 0
      ? addGradesButton(tr, null)
      : { text: tr.text('button-edit-grades'), press: { kind: 'grades', from: null }, style: 'primary' }
  const unlink: Button = { text: tr.text('button-ask-unlink'), press: { kind: 'ask-unlink' } }
  return [
    [grades],
    [
      { text: tr.text('button-priorities'), press: { kind: 'priorities' } },
      { text: tr.text('button-quotas'), press: { kind: 'quotas' } },
    ],
    ...(account.linked ? [] : signInButtons(tr, settings)),
    account.linked ? [unlink, menuButton(tr)] : [menuButton(tr)],
  ]
}
