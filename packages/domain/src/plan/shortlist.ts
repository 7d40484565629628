import { offerScore } from '../score/offer-score.ts'
import type { Score } from '../score/score.ts'
import type { PlanOffers, Shortlist, ShortlistInput } from './plan-types.ts'

/** Thousandths of a point: where a margin to last year's lowest score begins to mean something else. */
const SAFE = 5_000
const NEAR = -1_500
const REACH = -8_000
/** Offers of each stretch of margins that get an exact look: a few dozen together. */
const PER_STRETCH = 12
/** No university may fill a stretch of a wish alone. */
const PER_UNIVERSITY = 3

interface Estimate {
  offerId: number
  universityId: number
  wish: number
  margin: number
  lastYear: number
}

/** From the boldest to the surest; offers without history lie in the middle. */
const STRETCHES: readonly ((margin: number) => boolean)[] = [
  (margin) => margin < REACH,
  (margin) => margin >= REACH && margin < NEAR,
  (margin) => margin >= NEAR && margin < SAFE,
  (margin) => margin >= SAFE,
]

/**
 * A cheap look at all offers: one score per group of equal rules, one comparison per offer. What it returns is to
 * be judged exactly, with the lists of applicants.
 */
export function shortlistOffers(input: ShortlistInput): Shortlist {
  const stretches = STRETCHES.map((): Estimate[] => [])
  let total = 0
  let eligible = 0
  for (const group of input.groups) {
    total += group.offerIds.length
    const score = scoreFor(group, input)
    if (score === null) continue
    eligible += group.offerIds.length
    addEstimates(stretches, group, score, wishOf(group.specialityCode, input.specialityCodes))
  }
  const offerIds = stretches.flatMap((stretch) => mostWanted(stretch).map(({ offerId }) => offerId))
  return { offerIds, total, eligible }
}

/** Place among the wishes; without any, all come first. */
export function wishOf(specialityCode: string, specialityCodes: readonly string[]): number {
  const index = specialityCodes.indexOf(specialityCode)
  return index < 0 ? specialityCodes.length : index
}

/** The best score that any priority has; null: the offer does not admit the student. */
function scoreFor(offer: PlanOffers, { year, results, funding }: ShortlistInput): Score | null {
  let best: Score | null = null
  for (const { nmtYear, grades } of results) {
    const score = offerScore({ nmtYear, grades, offer: { ...offer, year } })
    if (score.kind === 'refused' || score.laterBelowMinimum?.[funding] === true) continue
    if (best === null || score.later > best) best = score.later
  }
  return best
}

function addEstimates(stretches: Estimate[][], group: PlanOffers, score: Score, wish: number): void {
  for (const [index, offerId] of group.offerIds.entries()) {
    const lastYear = group.lastYear[index] ?? -1
    const margin = lastYear < 0 ? 0 : score - lastYear
    const stretch = STRETCHES.findIndex((holds) => holds(margin))
    stretches[stretch]?.push({
      offerId,
      universityId: group.universityIds[index] ?? 0,
      ...{ wish, margin, lastYear },
    })
  }
}

/**
 * Of each wish in turn, so that none fills the stretch alone: the hardest that still lies within it; out of reach: the
 * nearest.
 */
function mostWanted(stretch: Estimate[]): Estimate[] {
  const bold = stretch.some(({ margin }) => margin < REACH)
  const byDemand = (a: Estimate, b: Estimate): number =>
    bold ? b.margin - a.margin : b.lastYear - a.lastYear
  stretch.sort((a, b) => a.wish - b.wish || byDemand(a, b) || a.offerId - b.offerId)
  const ofUniversity = counter()
  const ofWish = counter()
  const inTurn: { one: Estimate; turn: number }[] = []
  for (const one of stretch) {
    if (ofUniversity(`${one.wish}:${one.universityId}`) > PER_UNIVERSITY) continue
    const turn = ofWish(String(one.wish))
    if (turn <= PER_STRETCH) inTurn.push({ one, turn })
  }
  const ordered = inTurn.toSorted((a, b) => a.turn - b.turn || a.one.wish - b.one.wish)
  return ordered.slice(0, PER_STRETCH).map(({ one }) => one)
}

/** How often each key has been counted, this time included. */
function counter(): (key: string) => number {
  const counts = new Map<string, number>()
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
}
