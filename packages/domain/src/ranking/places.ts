import type { Score } from '../score/score.ts'
import type { Application, Quota } from './application.ts'
import type { BudgetPlaces, GeneralPlaces, QuotaLine } from './chance-types.ts'

type ByQuota<T> = Readonly<Record<Quota, T>>

/** Places of the general line at worst, likely and at best; null when there are no budget places. */
export function generalPlaces(
  { kind, maxBudget, quotaPlaces }: BudgetPlaces,
  quotas: ByQuota<QuotaLine>,
): GeneralPlaces | null {
  if (kind === 'nonbudget' || maxBudget === null || maxBudget <= 0) return null
  const claimed = claimedPlaces(quotas.Q1) + claimedPlaces(quotas.Q2)
  return {
    max: maxBudget,
    worst: Math.max(0, maxBudget - quotaPlaces.Q1 - quotaPlaces.Q2),
    likely: Math.max(0, maxBudget - claimed),
    best: maxBudget,
    ceiling: kind === 'open',
  }
}

function claimedPlaces({ places, candidates }: QuotaLine): number {
  return Math.min(places, candidates)
}

/** Candidates of a quota who find its places taken by better ones and so compete generally. */
export function overflowOf(candidates: readonly Application[], places: number): readonly Application[] {
  return [...candidates].sort((a, b) => b.score - a.score).slice(places)
}

/** The numbers of one quota as the student needs them. */
export function quotaLine(
  places: number,
  candidates: readonly Application[],
  overflow: readonly Application[],
  myScore: Score,
): QuotaLine {
  const rivals = overflow.filter(({ score }) => score >= myScore).length
  return { places, candidates: candidates.length, overflow: rivals }
}
