import { describe, expect, it } from 'vitest'
import { isQuiet } from './quiet-hours.ts'

/** A moment of a winter day in Kyiv. */
const at = (time: string): Date => new Date(`2026-01-24T${time}:00+02:00`)

describe('isQuiet', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['07:59', true],
    ['08:00', false],
  ])('for everybody: %s', (time, quiet) => {
    expect(isQuiet(at(time))).toBe(quiet)
  })

  it.each([
    ['over midnight', { from: 23, until: 7 }, '06:59', true],
    ['over midnight', { from: 23, until: 7 }, '07:00', false],
    ['from midnight', { from: 0, until: 9 }, '00:00', true],
    ['from midnight', { from: 0, until: 9 }, '23:59', false],
    ['never', { from: 0, until: 0 }, '00:00', false],
    ['never', { from: 22, until: 22 }, '22:30', false],
  ])('for who chose %s (%j): %s', (_name, hours, time, quiet) => {
    expect(isQuiet(at(time), hours)).toBe(quiet)
  })

  it('goes by the clock in Kyiv, summer time included', () => {
    expect(isQuiet(new Date('2026-07-24T19:00:00Z'))).toBe(true)
    expect(isQuiet(new Date('2026-01-24T19:00:00Z'))).toBe(false)
  })
})
