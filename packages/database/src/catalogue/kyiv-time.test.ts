import { describe, expect, it } from 'vitest'
import { addDays, kyivDate, kyivMoment, weekday } from './kyiv-time.ts'

describe('kyivDate', () => {
  it.each([
    ['2026-01-24T21:59:59Z', '2026-01-24'],
    ['2026-01-24T22:00:00Z', '2026-01-25'],
    ['2026-07-24T20:59:59Z', '2026-07-24'],
    ['2026-07-24T21:00:00Z', '2026-07-25'],
  ])('of %s is %s', (moment, date) => {
    expect(kyivDate(new Date(moment))).toBe(date)
  })
})

describe('kyivMoment', () => {
  it.each([
    ['2026-01-24', '2026-01-24T08:30:00.000Z'],
    ['2026-07-24', '2026-07-24T07:30:00.000Z'],
    ['2026-03-29', '2026-03-29T07:30:00.000Z'],
    ['2026-10-25', '2026-10-25T08:30:00.000Z'],
  ])('10:30 on %s is %s', (date, moment) => {
    expect(kyivMoment(date, 10, 30).toISOString()).toBe(moment)
  })
})

describe('addDays', () => {
  it('counts dates, whatever the clocks do', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })
})

describe('weekday', () => {
  it('counts from Sunday', () => {
    expect([weekday('2026-11-21'), weekday('2026-11-22')]).toEqual([6, 0])
  })
})
