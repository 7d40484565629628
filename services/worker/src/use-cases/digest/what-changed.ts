import type { OfferStanding } from '@abitly/database'
import type { OfferChange } from '../../campaigns/offer-change.ts'

/**
 * What a student has to be told of an offer: [] where nothing is different for them. Pure.
 *
 * Rank and chance are compared for the same score only: with other grades they are another question. Without grades the
 * number of applications is what there is to tell.
 */
export function whatChanged(before: OfferStanding, now: OfferStanding): OfferChange['told'] {
  const hasScore = now.score !== null
  const sameScore = hasScore && before.score === now.score
  const standing =
    before.rankBest !== now.rankBest || before.rankWorst !== now.rankWorst || before.tier !== now.tier
  const applied = before.applied !== null && now.applied !== null && before.applied !== now.applied
  return [
    ...(sameScore && standing ? (['standing'] as const) : []),
    ...(now.cutoff !== null && before.cutoff !== now.cutoff ? (['cutoff'] as const) : []),
    ...(!hasScore && applied ? (['applied'] as const) : []),
  ]
}
