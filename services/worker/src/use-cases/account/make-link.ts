import type { Account, LinkedChat } from '@abitly/database'
import { isQuiet } from '../quiet-hours.ts'
import type { MessageElsewhere, Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { linkStanding } from './link-conflict.ts'
import type { LinkState } from './link-conflict.ts'
import { linkedView, movedAwayView } from './link-views.ts'

/** What is to be linked to this chat, with the account's row locked. */
export interface LinkTarget {
  account: Account
  /** The chat the account is linked to now. */
  chat: LinkedChat | null
  tokenId: string
}

/** Reads and locks what a token is about; null when there is no such account. */
export async function lockTarget(
  { repos }: Visit,
  { webUserId, tokenId }: { webUserId: string; tokenId: string },
): Promise<LinkTarget | null> {
  const account = await repos.accounts.lock(webUserId)
  if (account === null) return null
  return { account, chat: await repos.accounts.chatOf(account.id), tokenId }
}

/** How this chat and the account stand to one another. */
export function standingOf({ student }: Visit, { account, chat }: LinkTarget): LinkState {
  const { chatId, webUserId } = student
  return linkStanding({
    chatId,
    chatAccount: webUserId,
    account: account.id,
    accountChat: chat?.chatId ?? null,
  })
}

/** Links the chat to the account; whoever had either before loses it. */
export async function makeLink(visit: Visit, target: LinkTarget): Promise<Step> {
  const { repos, student, tr } = visit
  const { account, chat } = target
  const earlier = await repos.grades.ofStudent(student.chatId)
  await releaseChat(visit)
  if (chat !== null) await repos.accounts.disconnect(chat.chatId)
  await repos.accounts.connect(student.chatId, account.id)
  await recordLink(visit, target)
  const view = linkedView(tr, account, { earlier, results: await repos.grades.ofStudent(student.chatId) })
  return {
    view,
    previousMessageId: null,
    jobs: [{ job: 'account-events.publish' }],
    ...(chat === null ? {} : { elsewhere: await tellOldChat(visit, chat) }),
  }
}

/** The account this chat has had so far is free again. */
async function releaseChat({ repos, student, now }: Visit): Promise<void> {
  const { chatId, webUserId } = student
  if (webUserId === null) return
  await repos.links.record({ event: 'unlinked', chatId, webUserId, now })
  await repos.accountEvents.add({ event: 'unlinked', chatId, webUserId, at: now })
}

async function recordLink(
  { repos, student, now }: Visit,
  { account, chat, tokenId }: LinkTarget,
): Promise<void> {
  const { chatId } = student
  const replaced = student.webUserId === null ? 'linked' : 'replaced'
  await repos.links.record({
    event: chat === null ? replaced : 'moved',
    ...{ chatId, webUserId: account.id, previousChatId: chat?.chatId, tokenId, now },
  })
  const event = chat === null ? 'linked' : 'moved'
  await repos.accountEvents.add({ event, chatId, webUserId: account.id, at: now })
}

async function tellOldChat(
  { repos, translators, settings, now }: Visit,
  { chatId, language }: LinkedChat,
): Promise<MessageElsewhere> {
  const { quiet } = await repos.notificationSettings.of(chatId)
  return { chatId, view: movedAwayView(translators[language], settings), silent: isQuiet(now, quiet) }
}
