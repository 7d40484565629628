import type { Clock } from '@abitly/runtime'

/** A clock that stands still until it is told to move. */
export interface FixedClock extends Clock {
  set(at: Date | string): void
  /** Moves the clock on by so many milliseconds. */
  advance(ms: number): void
}

/** @param at the moment it shows, e.g. `'2026-07-01T09:00:00+03:00'` */
export function fixedClock(at: Date | string): FixedClock {
  let now = moment(at)
  return {
    now: () => new Date(now),
    set: (to) => {
      now = moment(to)
    },
    advance: (ms) => {
      now += ms
    },
  }
}

function moment(at: Date | string): number {
  const ms = new Date(at).getTime()
  if (Number.isNaN(ms)) throw new Error(`Not a moment in time: ${String(at)}`)
  return ms
}
