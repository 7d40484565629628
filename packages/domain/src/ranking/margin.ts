import type { Score } from '../score/score.ts'
import type { Margin, MarginClass } from './chance-types.ts'

/** Thousandths of a point. Source: README.md, "Rank and chance". */
const CLEAR = 5000
const BORDERLINE = 1500

/** A score against last year's lowest enrolled budget score; null when there is none. */
export function marginTo(lastYear: Score | null, myScore: Score): Margin | null {
  if (lastYear === null) return null
  const points = myScore - lastYear
  return { points, lastYear, class: classOf(points) }
}

function classOf(points: Score): MarginClass {
  if (Math.abs(points) <= BORDERLINE) return 'borderline'
  if (points > 0) return points >= CLEAR ? 'safe' : 'above'
  return points <= -CLEAR ? 'unlikely' : 'below'
}
