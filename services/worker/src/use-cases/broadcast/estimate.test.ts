import { describe, expect, it } from 'vitest'
import { estimate } from './estimate.ts'

describe('estimate', () => {
  it.each([
    [600, 30, 21, 29],
    [1, 30, 1, 29],
    [0, 30, 0, 29],
    [1_000_000, 30, 34_334, 29],
    [10, 1, 11, 1],
    [100_000, 1000, 103, 970],
  ])('%i recipients at %i per second', (recipients, bulkPerSecond, seconds, perSecond) => {
    expect(estimate(recipients, bulkPerSecond)).toEqual({ seconds, perSecond })
  })
})
