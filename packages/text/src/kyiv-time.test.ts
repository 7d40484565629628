import { describe, expect, it } from 'vitest'
import { kyivDate, kyivDayStart, kyivMoment, kyivTime } from './kyiv-time.ts'

const moment = (year: number, month: number, day: number, hour: number, minute = 0) =>
  kyivMoment({ year, month: month - 1, day, hour, minute })?.toISOString() ?? null

describe('kyivMoment', () => {
  it.each([
    ['winter', [2026, 1, 24, 10, 30], '2026-01-24T08:30:00.000Z'],
    ['summer', [2026, 7, 24, 10, 30], '2026-07-24T07:30:00.000Z'],
    ['midnight', [2026, 11, 24, 0, 0], '2026-11-23T22:00:00.000Z'],
    ['the end of the year', [2026, 12, 31, 23, 59], '2026-12-31T21:59:00.000Z'],
    ['the last minute of winter time', [2026, 3, 29, 2, 59], '2026-03-29T00:59:00.000Z'],
    ['the first minute of summer time', [2026, 3, 29, 4, 0], '2026-03-29T01:00:00.000Z'],
    ['the first of the two 03:30', [2026, 10, 25, 3, 30], '2026-10-25T00:30:00.000Z'],
    ['after both', [2026, 10, 25, 4, 0], '2026-10-25T02:00:00.000Z'],
    ['the 29th of February', [2028, 2, 29, 12, 0], '2028-02-29T10:00:00.000Z'],
  ])('%s', (_name, [year, month, day, hour, minute], expected) => {
    expect(moment(year!, month!, day!, hour!, minute)).toBe(expected)
  })

  it.each([
    ['the hour that is skipped', [2026, 3, 29, 3, 30]],
    ['the 30th of February', [2026, 2, 30, 12, 0]],
    ['the 31st of November', [2026, 11, 31, 12, 0]],
    ['24:00', [2026, 11, 24, 24, 0]],
    ['10:60', [2026, 11, 24, 10, 60]],
    ['the 13th month', [2026, 13, 1, 10, 0]],
  ])('knows no %s', (_name, [year, month, day, hour, minute]) => {
    expect(moment(year!, month!, day!, hour!, minute)).toBeNull()
  })
})

describe('a day in Kyiv', () => {
  it.each([
    ['2026-01-24T21:59:59Z', '2026-01-24', '2026-01-23T22:00:00.000Z', '2026-01-24T22:00:00.000Z'],
    ['2026-01-24T22:00:00Z', '2026-01-25', '2026-01-24T22:00:00.000Z', '2026-01-25T22:00:00.000Z'],
    // 23 hours, then 25.
    ['2026-03-29T12:00:00Z', '2026-03-29', '2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z'],
    ['2026-10-25T12:00:00Z', '2026-10-25', '2026-10-24T21:00:00.000Z', '2026-10-25T22:00:00.000Z'],
    ['2026-12-31T12:00:00Z', '2026-12-31', '2026-12-30T22:00:00.000Z', '2026-12-31T22:00:00.000Z'],
  ])('of %s is %s', (at, date, start, end) => {
    expect(kyivDate(new Date(at))).toBe(date)
    expect(kyivDayStart(new Date(at)).toISOString()).toBe(start)
    expect(kyivDayStart(new Date(at), 1).toISOString()).toBe(end)
  })

  it('shows seconds where they matter', () => {
    expect(kyivTime(new Date('2026-07-24T11:03:07Z')).timeWithSeconds).toBe('14:03:07')
  })
})
