import { describe, expect, it } from 'vitest'
import { dateIn, dayEndIn } from './zone-dates.ts'

const KYIV = 'Europe/Kyiv'

describe('a calendar day in a zone', () => {
  it.each([
    ['07:00 in winter', KYIV, '2026-01-23T05:00:00Z', '2026-01-23', '2026-01-23T22:00:00.000Z'],
    ['07:00 in summer', KYIV, '2026-07-24T04:00:00Z', '2026-07-24', '2026-07-24T21:00:00.000Z'],
    ['07:00 of the day of 23 hours', KYIV, '2026-03-29T04:00:00Z', '2026-03-29', '2026-03-29T21:00:00.000Z'],
    ['midnight of that day', KYIV, '2026-03-28T22:00:00Z', '2026-03-29', '2026-03-29T21:00:00.000Z'],
    ['07:00 of the day of 25 hours', KYIV, '2026-10-25T05:00:00Z', '2026-10-25', '2026-10-25T22:00:00.000Z'],
    ['the first of its two 03:30', KYIV, '2026-10-25T00:30:00Z', '2026-10-25', '2026-10-25T22:00:00.000Z'],
    ['the last millisecond', KYIV, '2026-01-23T21:59:59.999Z', '2026-01-23', '2026-01-23T22:00:00.000Z'],
    ['the end of a year', KYIV, '2026-12-31T21:59:00Z', '2026-12-31', '2026-12-31T22:00:00.000Z'],
    ['UTC', 'UTC', '2026-01-23T22:30:00Z', '2026-01-23', '2026-01-24T00:00:00.000Z'],
    ['far in the east', 'Asia/Tokyo', '2026-01-23T22:30:00Z', '2026-01-24', '2026-01-24T15:00:00.000Z'],
    ['far in the west', 'America/New_York', '2026-01-24T02:00:00Z', '2026-01-23', '2026-01-24T05:00:00.000Z'],
    [
      'no midnight the next day',
      'Africa/Cairo',
      '2026-04-23T09:00:00Z',
      '2026-04-23',
      '2026-04-23T22:00:00.000Z',
    ],
  ])('%s', (_name, timeZone, at, date, end) => {
    expect(dateIn(timeZone, new Date(at))).toBe(date)
    expect(dayEndIn(timeZone, new Date(at)).toISOString()).toBe(end)
  })

  it.each([
    ['2026-03-28T05:00:00Z', 1, '2026-03-29'],
    ['2026-03-28T05:00:00Z', 3, '2026-03-31'],
    ['2026-03-28T21:59:00Z', 1, '2026-03-29'],
    ['2026-03-28T22:00:00Z', 1, '2026-03-30'],
    ['2026-10-24T04:00:00Z', 1, '2026-10-25'],
    ['2026-10-25T21:30:00Z', 1, '2026-10-26'],
    ['2026-10-25T21:30:00Z', 3, '2026-10-28'],
    ['2026-12-30T05:00:00Z', 3, '2027-01-02'],
    ['2028-02-28T05:00:00Z', 1, '2028-02-29'],
  ])('of %s and %i days later is %s', (at, days, date) => {
    expect(dateIn(KYIV, new Date(at), days)).toBe(date)
  })
})
