import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import type { LinkConflict } from './link-conflict.ts'
import { LINK_DIALOGUE } from './link-state.ts'
import type { OpenQuestion, PendingLink } from './link-state.ts'
import { linkInvalidView, linkQuestionView } from './link-views.ts'

/** Asks about a link that would take something away. The token is spent; what it stands for waits in the dialogue. */
export async function askLink(
  visit: Visit,
  { link, standing }: { link: Omit<PendingLink, 'conflict'>; standing: LinkConflict },
  previousMessageId: number | null = null,
): Promise<Step> {
  const { repos, student, now } = visit
  const state: PendingLink = { ...link, conflict: standing }
  const revision = await repos.dialogues.save(student.chatId, { name: LINK_DIALOGUE, state, now })
  return showQuestion(visit, { link: state, revision, messageId: previousMessageId, open: true })
}

/** The question as it stands. */
export async function showQuestion(
  { repos, student, tr, settings }: Visit,
  { link, revision, messageId }: OpenQuestion,
): Promise<Step> {
  const account = await repos.accounts.find(link.webUserId)
  const current = student.webUserId === null ? null : await repos.accounts.find(student.webUserId)
  if (account === null) return { view: linkInvalidView(tr, settings), previousMessageId: messageId }
  const view = linkQuestionView(tr, { conflict: link.conflict, account, current, revision })
  return { view, revision, previousMessageId: messageId }
}
