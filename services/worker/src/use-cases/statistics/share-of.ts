import { competitorsOf, shareBelow } from '@abitly/domain'
import type { ShareBelow } from '@abitly/domain'
import { hasBudget } from '../offer/budget-places.ts'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'

/** Whose scores an offer's statistics count: where it has no state-funded places, those for a contract. */
export function fundingOf({ offer }: Pick<FollowedOffer, 'offer'>): 'budget' | 'contract' {
  return hasBudget(offer) ? 'budget' : 'contract'
}

/**
 * The share of applications with a lower score than the student's; null without a score or a list, and where none
 * is lower: «higher than 0 %» helps nobody.
 */
export function shareOf(followed: FollowedOffer): ShareBelow | null {
  const { applicants, verdict } = followed
  if (verdict.kind !== 'scored') return null
  // Where the branch multiplier matters, the lower score: the other one holds for two priorities only.
  const mine = verdict.score.gkMatters ? verdict.score.later : verdict.score.first
  const scores = competitorsOf(applicants, fundingOf(followed)).map(({ score }) => score)
  const share = shareBelow(scores, mine)
  return share === null || share.below === 0 ? null : share
}
