import type { Score } from '../score/score.ts'

/** How scores are spread, in thousandths. */
export interface Spread {
  readonly min: Score
  /** A quarter of the scores is not above it. */
  readonly lowerQuartile: Score
  readonly median: Score
  readonly upperQuartile: Score
  readonly max: Score
  /** Rounded half up. */
  readonly average: Score
}

/** The spread of scores given in any order; null without any. */
export function spreadOf(scores: readonly Score[]): Spread | null {
  const sorted = [...scores].sort((a, b) => a - b)
  const at = (percent: number): Score | null => quantile(sorted, percent)
  const [min, lowerQuartile, median, upperQuartile, max] = [at(0), at(25), at(50), at(75), at(100)]
  if (min === null || lowerQuartile === null || median === null || upperQuartile === null || max === null)
    return null
  return { min, lowerQuartile, median, upperQuartile, max, average: averageOf(scores) }
}

/**
 * The smallest score that is not exceeded by so many percent of all (nearest rank): always one of them.
 * @param sorted ascending
 * @param percent 0 (the lowest) to 100 (the highest), whole
 */
export function quantile(sorted: readonly Score[], percent: number): Score | null {
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100))
  return sorted[rank - 1] ?? null
}

function averageOf(scores: readonly Score[]): Score {
  const sum = scores.reduce((total, score) => total + score, 0)
  return Math.floor((2 * sum + scores.length) / (2 * scores.length))
}
