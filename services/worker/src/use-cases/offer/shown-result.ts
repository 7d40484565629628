import type { BelowMinimum, Chance, Score } from '@abitly/domain'
import type { Verdict } from './judge-offer.ts'

export type ScoredVerdict = Extract<Verdict, { kind: 'scored' }>

/** What a student has with one priority. */
export interface PriorityResult {
  score: Score
  chance: Chance | null
  minimum: BelowMinimum | null
}

/** The result with one priority. */
export function resultAt(
  { score, first, later }: ScoredVerdict,
  priority: 'first' | 'later',
): PriorityResult {
  if (priority === 'first' || !score.gkMatters) {
    return { score: score.first, chance: first, minimum: score.belowMinimum }
  }
  return { score: score.later, chance: later, minimum: score.laterBelowMinimum }
}

/** The only result to show; null: it depends on the priority, and the student has not told theirs. */
export function soleResult(verdict: ScoredVerdict): PriorityResult | null {
  if (!verdict.score.gkMatters) return resultAt(verdict, 'first')
  return verdict.priority === null ? null : resultAt(verdict, verdict.priority)
}
