import { describe, expect, it } from 'vitest'
import { createBackoff } from './backoff.ts'

describe('createBackoff', () => {
  it('waits longer after each early death, ten seconds at most', () => {
    const wait = createBackoff()
    expect(Array.from({ length: 8 }, () => wait(100))).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000,
    ])
  })

  it('begins anew after a long life', () => {
    const wait = createBackoff()
    wait(0)
    wait(0)
    expect(wait(60_000)).toBe(250)
  })
})
