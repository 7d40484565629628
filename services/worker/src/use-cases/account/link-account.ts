import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { nextAttemptAt, withFailure } from './attempt-limit.ts'
import { askLink, showQuestion } from './ask-link.ts'
import { alreadyLinkedView, linkBlockedView, linkInvalidView } from './link-views.ts'
import { findQuestion } from './link-state.ts'
import { lockTarget, makeLink, standingOf } from './make-link.ts'
import type { LinkTarget } from './make-link.ts'

/**
 * Redeems the token of a deep link. The order matters: a chat that has to wait claims nothing, so that its good token
 * stays good; the claim comes before anything that is written, and what is written is committed with the update (ADR
 * 0013).
 */
export async function linkAccount(visit: Visit, token: string): Promise<Step> {
  const { repos, student, tr, now, links } = visit
  const failures = await repos.links.failures(student.chatId)
  const wait = nextAttemptAt(failures, now)
  if (wait !== null) return said(linkBlockedView(tr, wait))
  const tokenId = links.idOf(token)
  const claim = await links.claim(token)
  const target = claim.kind === 'claimed' ? await lockTarget(visit, { ...claim, tokenId }) : null
  if (target !== null) return settle(visit, target)
  const again = claim.kind === 'unknown' ? await repeated(visit, tokenId) : null
  if (again !== null) return again
  await repos.links.keepFailures(student.chatId, withFailure(failures, now))
  return said(linkInvalidView(tr, visit.settings))
}

async function settle(visit: Visit, target: LinkTarget): Promise<Step> {
  const standing = standingOf(visit, target)
  if (standing === 'free') return makeLink(visit, target)
  if (standing === 'linked') return said(alreadyLinkedView(visit.tr, target.account))
  // The token is spent from here on; what it stands for waits with the question.
  const claimedAt = visit.now.getTime()
  const link = { webUserId: target.account.id, tokenId: target.tokenId, claimedAt }
  return askLink(visit, { link, standing })
}

/** A token that this very chat has used before: linked by it, or being asked about it. */
async function repeated(visit: Visit, tokenId: string): Promise<Step | null> {
  const { repos, student, tr } = visit
  const question = await findQuestion(visit)
  if (question?.open === true && question.link.tokenId === tokenId) return showQuestion(visit, question)
  const linkedTo = await repos.links.redeemed(student.chatId, tokenId)
  if (linkedTo === null || linkedTo !== student.webUserId) return null
  return said(alreadyLinkedView(tr, await repos.accounts.find(linkedTo)))
}

function said(view: Step['view']): Step {
  return { view, previousMessageId: null }
}
