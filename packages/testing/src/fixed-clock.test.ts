import { describe, expect, it } from 'vitest'
import { fixedClock } from './fixed-clock.ts'

describe('fixedClock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-07-01T09:00:00+03:00')
    expect(clock.now().toISOString()).toBe('2026-07-01T06:00:00.000Z')
    clock.advance(60_000)
    expect(clock.now().toISOString()).toBe('2026-07-01T06:01:00.000Z')
    clock.set(new Date(0))
    expect(clock.now().getTime()).toBe(0)
  })

  it('gives out dates nobody can change behind its back', () => {
    const clock = fixedClock('2026-07-01T09:00:00Z')
    clock.now().setFullYear(1999)
    expect(clock.now().getUTCFullYear()).toBe(2026)
  })

  it('refuses what is no moment', () => {
    expect(() => fixedClock('yesterday')).toThrow('Not a moment in time: yesterday')
  })
})
