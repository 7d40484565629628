import { describe, expect, it } from 'vitest'
import { clockTime, clockTimeWithSeconds, dayKey, dayLabel } from './kyiv-time.ts'

const seconds = (iso: string): number => Date.parse(iso) / 1000
const WORDS = { today: 'Сьогодні', yesterday: 'Вчора' }

describe('Kyiv time', () => {
  it('shows the clock of Kyiv in winter and in summer', () => {
    expect(clockTime(seconds('2026-01-24T08:03:00Z'))).toBe('10:03')
    expect(clockTime(seconds('2026-07-24T06:40:00Z'))).toBe('09:40')
    expect(clockTime(seconds('2026-01-23T22:00:00Z'))).toBe('00:00')
    expect(clockTimeWithSeconds(Date.parse('2026-07-24T11:03:21Z'))).toBe('14:03:21')
  })

  it.each([
    ['2026-01-23T21:59:59Z', '2026-01-23'],
    ['2026-01-23T22:00:00Z', '2026-01-24'],
    ['2026-07-23T20:59:59Z', '2026-07-23'],
    ['2026-07-23T21:00:00Z', '2026-07-24'],
    // The days on which the clocks change have 23 and 25 hours.
    ['2026-03-29T20:59:59Z', '2026-03-29'],
    ['2026-10-24T21:00:00Z', '2026-10-25'],
    ['2026-10-25T21:59:59Z', '2026-10-25'],
  ])('the day of %s begins and ends at midnight in Kyiv', (iso, day) => {
    expect(dayKey(seconds(iso))).toBe(day)
  })
})

describe('dayLabel', () => {
  const now = seconds('2026-03-01T10:00:00Z')

  it('calls today and yesterday by their names, also across a month', () => {
    expect(dayLabel('2026-03-01', now, 'uk', WORDS)).toBe('Сьогодні')
    expect(dayLabel('2026-02-28', now, 'uk', WORDS)).toBe('Вчора')
  })

  it('says the date, and the year only when it is another one', () => {
    expect(dayLabel('2026-01-24', now, 'uk', WORDS)).toBe('24 січня')
    expect(dayLabel('2026-01-24', now, 'en', WORDS)).toBe('January 24')
    expect(dayLabel('2025-07-24', now, 'uk', WORDS)).toMatch(/^24 липня 2025/)
  })
})
