import { showProfile } from '../profile/show-profile.ts'
import type { Step } from '../step.ts'
import type { View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { accountName } from './account-names.ts'

/** Tells accounts apart on a button: the beginning of the account's id. */
export function accountMark(webUserId: string): string {
  return webUserId.slice(0, 8)
}

/** Asks before the link is cut; the profile where there is none. */
export async function askUnlink(visit: Visit): Promise<View> {
  const { repos, student, tr } = visit
  if (student.webUserId === null) return showProfile(visit)
  const name = accountName(tr, await repos.accounts.find(student.webUserId))
  const mark = accountMark(student.webUserId)
  return {
    text: tr.text('unlink-question', { name }),
    keyboard: [
      [{ text: tr.text('button-keep'), press: { kind: 'profile' }, style: 'primary' }],
      [{ text: tr.text('button-unlink'), press: { kind: 'unlink', mark }, style: 'danger' }],
    ],
  }
}

/** Cuts the link to the account that was asked about. Twice is the same as once. */
export async function unlinkAccount(visit: Visit, mark: string): Promise<Step> {
  const { repos, student, tr, now } = visit
  const { chatId, webUserId } = student
  if (webUserId === null || accountMark(webUserId) !== mark) {
    return { view: await showProfile(visit), toast: tr.text('toast-refreshed'), previousMessageId: null }
  }
  await repos.accounts.disconnect(chatId)
  await repos.links.record({ event: 'unlinked', chatId, webUserId, now })
  await repos.accountEvents.add({ event: 'unlinked', chatId, webUserId, at: now })
  const view = await showProfile({ ...visit, student: { ...student, webUserId: null } })
  const jobs = [{ job: 'account-events.publish' as const }]
  return { view, toast: tr.text('toast-unlinked'), previousMessageId: null, jobs }
}
