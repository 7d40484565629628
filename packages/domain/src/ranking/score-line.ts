import type { Score } from '../score/score.ts'
import type { Application } from './application.ts'
import { candidatesOf } from './candidates.ts'
import type { BudgetPlaces } from './chance-types.ts'
import { generalPlaces, overflowOf, quotaLine } from './places.ts'

/** Who competes on the general line of an offer, by score. */
export interface ScoreLine {
  /** Best first. */
  readonly scores: readonly Score[]
  /** How many compete apart from it: within a quota, or by an interview. */
  readonly apart: number
}

/** Where the places of an offer end in the list as it stands. */
export type LastPlace =
  | { readonly kind: 'at'; readonly score: Score }
  /** There are places for everybody who competes. */
  | { readonly kind: 'beyond-all' }

/** The scores a student is ranked among: those of `rankRange`, the student's own not among them. */
export function scoreLine(applications: readonly Application[], funding: Application['funding']): ScoreLine {
  const { general, quotas, interviews } = candidatesOf(applications, null, funding)
  return {
    scores: general.map(({ score }) => score).sort((a, b) => b - a),
    apart: quotas.Q1.length + quotas.Q2.length + interviews.length,
  }
}

/**
 * The lowest score that would get a budget place if all who are in the list stayed. Quota places that somebody
 * claims are taken off first; who finds a quota full competes generally. Null: there are no budget places.
 */
export function lastPlace(applications: readonly Application[], places: BudgetPlaces): LastPlace | null {
  const { general, quotas } = candidatesOf(applications)
  const overflow = {
    Q1: overflowOf(quotas.Q1, places.quotaPlaces.Q1),
    Q2: overflowOf(quotas.Q2, places.quotaPlaces.Q2),
  }
  const found = generalPlaces(places, {
    Q1: quotaLine(places.quotaPlaces.Q1, quotas.Q1, overflow.Q1, 0),
    Q2: quotaLine(places.quotaPlaces.Q2, quotas.Q2, overflow.Q2, 0),
  })
  if (found === null) return null
  const rivals = [...general, ...overflow.Q1, ...overflow.Q2].map(({ score }) => score).sort((a, b) => b - a)
  return lastOf(rivals, found.likely)
}

function lastOf(rivals: readonly Score[], places: number): LastPlace | null {
  if (places === 0) return null
  const score = rivals[places - 1]
  return score === undefined ? { kind: 'beyond-all' } : { kind: 'at', score }
}
