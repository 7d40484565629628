import { describe, expect, it } from 'vitest'
import { retryDelay } from './retry.ts'

const rule = { baseMs: 2000, random: () => 0.5 }

describe('retryDelay', () => {
  it('retries at once, then after 2, 4, 8 s and so on up to a random minute or two', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((fails) => retryDelay({ ...rule, fails }))
    expect(delays).toEqual([0, 2000, 4000, 8000, 16_000, 32_000, 64_000, 90_000, 90_000])
  })

  it.each([
    ['7', 7000],
    ['9999', 3_600_000],
    ['soon', 0],
    ['0', 0],
  ])('obeys Retry-After: %s', (retryAfter, delay) => {
    expect(retryDelay({ ...rule, fails: 1, retryAfter })).toBe(delay)
  })
})
