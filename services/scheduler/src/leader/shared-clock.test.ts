import { describe, expect, it } from 'vitest'
import { createSharedClock } from './shared-clock.ts'

const HOUR = 3_600_000
const TRUE_NOW = Date.UTC(2026, 6, 24, 4, 0, 0)

describe('the clock that replicas share', () => {
  it.each([0, HOUR, -HOUR])('shows the true time in a replica that is wrong by %i ms', (skew) => {
    let trueMs = TRUE_NOW
    const clock = createSharedClock({ wall: () => trueMs + skew, timeline: (ms) => ms })
    clock.correct(new Date(trueMs), clock.wall())
    trueMs += 90_000
    expect(clock.now()).toEqual(new Date(TRUE_NOW + 90_000))
  })

  it('is wrong by half a round trip at most', () => {
    let wall = TRUE_NOW
    const clock = createSharedClock({ wall: () => wall, timeline: (ms) => ms })
    const askedAt = clock.wall()
    // The database looked at its clock at once; its answer took 200 ms.
    wall += 200
    clock.correct(new Date(TRUE_NOW), askedAt)
    expect(clock.now().getTime() - (TRUE_NOW + 200)).toBe(-100)
  })

  it('lives on another day where the stack does', () => {
    const clock = createSharedClock({ wall: () => TRUE_NOW, timeline: (ms) => ms + 24 * HOUR })
    expect(clock.now()).toEqual(new Date(TRUE_NOW + 24 * HOUR))
  })
})
