import { describe, expect, it } from 'vitest'
import { isQuiet, quietEnd } from './quiet-hours.ts'

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

describe('quietEnd', () => {
  it.each([
    ['in the morning', { from: 22, until: 9 }, '08:00', '2026-01-24T09:00:00+02:00'],
    ['in the evening', { from: 22, until: 9 }, '22:30', '2026-01-25T09:00:00+02:00'],
    ['over the day', { from: 8, until: 20 }, '08:00', '2026-01-24T20:00:00+02:00'],
    ['at its end', { from: 22, until: 8 }, '08:00', null],
    ['where there are none', { from: 0, until: 0 }, '03:00', null],
  ])('%s (%j), at %s', (_name, hours, time, end) => {
    expect(quietEnd(at(time), hours)).toEqual(end === null ? null : new Date(end))
  })

  it('is an hour later in the night in which clocks leave out its hour', () => {
    expect(quietEnd(new Date('2026-03-29T00:30:00Z'), { from: 22, until: 3 })).toEqual(
      new Date('2026-03-29T01:00:00Z'),
    )
  })
})
