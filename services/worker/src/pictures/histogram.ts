import { MAX_SCORE } from '@abitly/domain'
import type { Dots, Histogram } from './picture-spec.ts'

/** Fewer applicants than this are dots: bars of one tell nothing. */
const BARS_FROM = 10
const FINE_BEYOND = 1000
const COARSE_BELOW = 60

/** Sorts scores (thousandths) into bars; few stay as they are. */
export function histogram(scores: readonly number[]): Histogram | Dots {
  if (scores.length < BARS_FROM) return { form: 'dots', scores: scores.toSorted((a, b) => a - b) }
  const step = binWidth(scores.length)
  const first = binOf(Math.min(...scores), step)
  const counts = Array.from({ length: binOf(Math.max(...scores), step) - first + 1 }, () => 0)
  for (const score of scores) {
    const bar = binOf(score, step) - first
    counts[bar] = (counts[bar] ?? 0) + 1
  }
  return { form: 'bars', step, from: first * step, counts }
}

/** Width of a bar: 2.5 points; 1 for more than a thousand applicants, 5 for fewer than sixty. */
export function binWidth(applicants: number): number {
  if (applicants > FINE_BEYOND) return 1_000
  return applicants < COARSE_BELOW ? 5_000 : 2_500
}

/** A bar holds its lower edge, not its upper one; the highest score of all belongs to the last bar. */
function binOf(score: number, step: number): number {
  return Math.floor(Math.min(score, MAX_SCORE - 1) / step)
}
