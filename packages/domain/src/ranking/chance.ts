import { candidatesOf } from './candidates.ts'
import type { Chance, ChanceInput, GeneralPlaces } from './chance-types.ts'
import { marginTo } from './margin.ts'
import { generalPlaces, overflowOf, quotaLine } from './places.ts'
import { rankAmong } from './rank-range.ts'
import { DEFAULT_STAY_PERCENT } from './stay-percent.ts'
import { settledRanks, tierOf } from './tier.ts'

type Survey = ReturnType<typeof survey>

/**
 * The chance of a budget place: rank now, ranks after the better priorities are settled, places at worst
 * and at best, last year's margin and the tier that follows. Where the score depends on the priority,
 * ask once for each score. Source: README.md, "Rank and chance".
 */
export function admissionChance(input: ChanceInput): Chance {
  const found = survey(input)
  const { quotas, interviews, margin, places } = found
  const facts = { quotas, interviews, margin }
  if (places === null) {
    return { kind: 'no-budget', tier: 'none', reason: 'NO_BUDGET_PLACES', places, ...facts }
  }
  const { minimum } = input
  if (minimum !== null && input.myScore < minimum) {
    return { kind: 'not-admitted', tier: null, reason: 'BELOW_MINIMUM', places, minimum, ...facts }
  }
  if (found.total === 0) return { kind: 'no-list', tier: null, reason: 'NO_APPLICATIONS', places, ...facts }
  return { kind: 'ranked', ...ranked(input, found, places), ...facts }
}

function survey({ applications, myScore, myKey, places, lastYear }: ChanceInput) {
  const { general, quotas, interviews } = candidatesOf(applications, myKey)
  const overflow = {
    Q1: overflowOf(quotas.Q1, places.quotaPlaces.Q1),
    Q2: overflowOf(quotas.Q2, places.quotaPlaces.Q2),
  }
  const lines = {
    Q1: quotaLine(places.quotaPlaces.Q1, quotas.Q1, overflow.Q1, myScore),
    Q2: quotaLine(places.quotaPlaces.Q2, quotas.Q2, overflow.Q2, myScore),
  }
  return {
    general,
    overflow: [...overflow.Q1, ...overflow.Q2],
    total: general.length + quotas.Q1.length + quotas.Q2.length + interviews.length,
    places: generalPlaces(places, lines),
    quotas: lines,
    interviews: interviews.length,
    margin: marginTo(lastYear, myScore),
  }
}

function ranked({ myScore, stayPercent }: ChanceInput, found: Survey, places: GeneralPlaces) {
  const rivals = [...found.general, ...found.overflow]
  const ranks = settledRanks(rivals, myScore, stayPercent ?? DEFAULT_STAY_PERCENT)
  return {
    ...tierOf(ranks, places),
    places,
    rank: rankAmong(found.general, myScore),
    ...ranks,
    afterLeavers: { best: ranks.optimistic, worst: ranks.expected },
  }
}
