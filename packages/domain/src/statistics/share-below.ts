import type { Score } from '../score/score.ts'

/** How many of all scores are lower than one. */
export interface ShareBelow {
  readonly below: number
  readonly of: number
  /** Whole percents, rounded half up; 100 and 0 are said only where they are exact. */
  readonly percent: number
}

/** The share of scores that are lower than mine (equal ones are not); null when there is none to compare with. */
export function shareBelow(scores: readonly Score[], mine: Score): ShareBelow | null {
  const of = scores.length
  if (of === 0) return null
  const below = scores.filter((score) => score < mine).length
  const rounded = Math.floor((200 * below + of) / (2 * of))
  const percent = below === of ? 100 : below === 0 ? 0 : Math.min(99, Math.max(1, rounded))
  return { below, of, percent }
}
