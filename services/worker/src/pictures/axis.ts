import { MAX_SCORE } from '@abitly/domain'

/** The scores (thousandths) that an axis spans. */
export interface Axis {
  from: number
  to: number
}

const MARGIN = 5_000
const GRID = 2_500
/** Distances of ticks, points; the first that gives three ticks is taken, so that a short axis has some too. */
const TICKS = [20_000, 10_000, 5_000]
const ENOUGH = 3

/** From five points below the lowest of what is shown to the highest score there is. */
export function axisOver(scores: readonly number[]): Axis {
  const lowest = Math.min(...scores)
  return { from: Math.max(0, Math.floor((lowest - MARGIN) / GRID) * GRID), to: MAX_SCORE }
}

/** The scores to write under an axis: every twenty points, closer where that would be too few. */
export function ticksOf({ from, to }: Axis): number[] {
  const choices = TICKS.map((distance) => multiples(distance, from, to))
  return choices.find((ticks) => ticks.length >= ENOUGH) ?? choices.at(-1) ?? []
}

function multiples(distance: number, from: number, to: number): number[] {
  const first = Math.ceil(from / distance)
  const last = Math.floor(to / distance)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * distance)
}
