import { expect, it } from 'vitest'
import { firstUpdateId } from './update-ids.ts'

it('starts from the clock, within 31 bits for years', () => {
  const now = Date.UTC(2026, 10, 21)
  expect(firstUpdateId(now + 60_000, 0)).toBeGreaterThan(firstUpdateId(now, 0))
  expect(firstUpdateId(Date.UTC(2032, 0, 1), 0)).toBeLessThan(2 ** 31)
})

it('never starts below what was given before', () => {
  const known = 2_000_000_000
  expect(firstUpdateId(Date.UTC(2026, 10, 21), known)).toBeGreaterThan(known)
})
