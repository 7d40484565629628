import type { Clock } from '@abitly/runtime'

/**
 * A clock that all replicas read alike: the database's. Between two looks at it the replica's own clock is trusted,
 * by the difference found at the last look; so a replica whose clock is wrong fires neither early nor late.
 */
export interface SharedClock extends Clock {
  /** Looks at the database's clock: `databaseNow` was read between `askedAt` and now, both of `wall`. */
  correct(databaseNow: Date, askedAt: number): void
  /** The replica's own clock, in milliseconds. */
  wall(): number
}

export interface SharedClockOptions {
  /** The replica's own clock, in milliseconds. */
  wall: () => number
  /** What the time is when a true clock shows this: itself, but where a stack lives on another day. */
  timeline: (trueMs: number) => number
}

export function createSharedClock({ wall, timeline }: SharedClockOptions): SharedClock {
  let aheadMs = 0
  return {
    now: () => new Date(timeline(wall() - aheadMs)),
    correct(databaseNow, askedAt) {
      // The database looked at its clock somewhere on the way; the middle is wrong by half a round trip at most.
      aheadMs = (askedAt + wall()) / 2 - databaseNow.getTime()
    },
    wall,
  }
}
