import { describe, expect, it } from 'vitest'
import { daysBetween } from './days-between.ts'

describe('daysBetween', () => {
  it.each([
    ['the same day', '2026-01-23', '2026-01-23', 0],
    ['the next day', '2026-01-23', '2026-01-24', 1],
    ['the day before', '2026-01-24', '2026-01-23', -1],
    ['over the end of a month', '2026-01-30', '2026-02-02', 3],
    ['over the end of a year', '2026-12-31', '2027-01-03', 3],
    ['to the day of 23 hours', '2026-03-28', '2026-03-29', 1],
    ['from the day of 23 hours', '2026-03-29', '2026-03-30', 1],
    ['over the day of 23 hours', '2026-03-28', '2026-03-31', 3],
    ['to the day of 25 hours', '2026-10-24', '2026-10-25', 1],
    ['from the day of 25 hours', '2026-10-25', '2026-10-26', 1],
    ['over the day of 25 hours', '2026-10-24', '2026-10-27', 3],
    ['over a 29th of February', '2028-02-27', '2028-03-01', 3],
    ['over the end of February in another year', '2027-02-27', '2027-03-02', 3],
    ['over a century without a leap day', '2100-02-28', '2100-03-01', 1],
    ['over a century with one', '2000-02-28', '2000-03-01', 2],
  ])('%s', (_name, from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  it('counts every day of two centuries once', () => {
    let days = 0
    for (let year = 1950; year < 2150; year += 1) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      for (const [index, length] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
        for (let day = 1; day <= length; day += 1) {
          const date = `${year}-${String(index + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          if (daysBetween('1950-01-01', date) !== days) expect.fail(`${date} is not day ${days}`)
          days += 1
        }
      }
    }
  })
})
