import { competitorsOf, shareBelow } from '@abitly/domain'
import type { Score, ShareBelow } from '@abitly/domain'
import { hasBudget } from '../offer/budget-places.ts'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'

/** Whose scores an offer's statistics count: where it has no state-funded places, those for a contract. */
export function fundingOf({ offer }: Pick<FollowedOffer, 'offer'>): 'budget' | 'contract' {
  return hasBudget(offer) ? 'budget' : 'contract'
}

/** A share with the score it is of. */
export interface OwnShare extends ShareBelow {
  score: Score
  /** Which priorities the score holds for. */
  priority: 'any' | 'first'
}

/**
 * The share of applications with a lower score than the student's; null without a score or a list, and where none
 * is lower: «higher than 0 %» helps nobody.
 */
export function shareOf(followed: FollowedOffer): OwnShare | null {
  const { applicants, verdict } = followed
  if (verdict.kind !== 'scored') return null
  const { gkMatters, first, later } = verdict.score
  const funding = fundingOf(followed)
  // Of two scores the one that leads in the lists; the branch multiplier is for state-funded places.
  const isFirst = gkMatters && funding === 'budget'
  const mine: Pick<OwnShare, 'score' | 'priority'> = isFirst
    ? { score: first, priority: 'first' }
    : { score: later, priority: 'any' }
  const scores = competitorsOf(applicants, funding).map(({ score }) => score)
  const share = shareBelow(scores, mine.score)
  return share === null || share.below === 0 ? null : { ...share, ...mine }
}
