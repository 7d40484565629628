import { showProfile } from '../profile/show-profile.ts'
import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { askLink } from './ask-link.ts'
import { isConflict, isCovered } from './link-conflict.ts'
import { findQuestion } from './link-state.ts'
import type { OpenQuestion } from './link-state.ts'
import { alreadyLinkedView, linkInvalidView } from './link-views.ts'
import { lockTarget, makeLink, standingOf } from './make-link.ts'

/** An answer to the question whether a link may take another one's place. A press on an old question changes nothing. */
export async function answerLink(visit: Visit, revision: number, confirmed: boolean): Promise<Step> {
  const { repos, student, tr, settings } = visit
  const question = await findQuestion(visit)
  if (question?.revision !== revision) return standing(visit)
  const { messageId } = question
  if (!question.open) {
    await repos.dialogues.remove(student.chatId)
    return { view: linkInvalidView(tr, settings), previousMessageId: messageId }
  }
  if (confirmed) return confirm(visit, question)
  await repos.dialogues.remove(student.chatId)
  return { view: await showProfile(visit), toast: tr.text('toast-link-kept'), previousMessageId: messageId }
}

/** Things may have changed since the question: what was not asked about is asked now. */
async function confirm(visit: Visit, { link, messageId }: OpenQuestion): Promise<Step> {
  const { repos, student, tr, settings } = visit
  const target = await lockTarget(visit, link)
  const found = target === null ? null : standingOf(visit, target)
  if (found !== null && isConflict(found) && !isCovered(found, link.conflict)) {
    return askLink(visit, { link, standing: found }, messageId)
  }
  await repos.dialogues.remove(student.chatId)
  if (target === null) return { view: linkInvalidView(tr, settings), previousMessageId: messageId }
  if (found === 'linked') return { view: alreadyLinkedView(tr, target.account), previousMessageId: messageId }
  return { ...(await makeLink(visit, target)), previousMessageId: messageId }
}

async function standing(visit: Visit): Promise<Step> {
  const view = await showProfile(visit)
  return { view, toast: visit.tr.text('toast-refreshed'), previousMessageId: null }
}
