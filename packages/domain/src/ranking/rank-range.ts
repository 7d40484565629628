import type { Score } from '../score/score.ts'
import type { Application } from './application.ts'
import { candidatesOf } from './candidates.ts'

/** Where a score stands. A range, because the order of equal scores is not public. */
export interface RankRange {
  readonly best: number
  readonly worst: number
  /** How many compete on the general line, the student included: `worst` is never beyond it. */
  readonly of: number
}

/**
 * The place of a score on the general line of an offer's list.
 * @param applications the whole list as published; who does not compete is left out here
 * @param myKey the student's own key, when the student is in the list and known
 */
export function rankRange(
  applications: readonly Application[],
  myScore: Score,
  myKey?: string | null,
): RankRange {
  return rankAmong(candidatesOf(applications, myKey).general, myScore)
}

/** The place of a score among rivals, all of whom compete and none of whom is the student. */
export function rankAmong(rivals: readonly Application[], myScore: Score): RankRange {
  const above = rivals.filter(({ score }) => score > myScore).length
  const level = rivals.filter(({ score }) => score === myScore).length
  return { best: above + 1, worst: above + level + 1, of: rivals.length + 1 }
}
