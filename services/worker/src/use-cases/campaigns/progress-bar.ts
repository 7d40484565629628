const CELLS = 12
const FULL = '▓'
const EMPTY = '░'

/** A bar of twelve cells. Like the percentage it is never ahead of the truth: full only when nothing waits. */
export function progressBar(settled: number, total: number): string {
  const full = floored(settled, total, CELLS)
  return FULL.repeat(full) + EMPTY.repeat(CELLS - full)
}

/** Whole per cent, rounded down; 0 of 0 is 0. */
export function percentOf(settled: number, total: number): number {
  return floored(settled, total, 100)
}

function floored(settled: number, total: number, steps: number): number {
  return total === 0 ? 0 : Math.floor((settled * steps) / total)
}
