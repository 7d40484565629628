import { describe, expect, it } from 'vitest'
import { readStartTime } from './start-time.ts'

const WORDS = { today: 'сьогодні', tomorrow: 'завтра' }
const read = (text: string, now: string) => {
  const typed = readStartTime(text, new Date(now), WORDS)
  return 'at' in typed ? `${typed.kind} ${typed.at.toISOString()}` : typed.kind
}

/** 21:40 in Kyiv. */
const EVENING = '2026-11-20T19:40:00Z'

describe('readStartTime', () => {
  it.each([
    ['24.11 10:00', EVENING, 'at 2026-11-24T08:00:00.000Z'],
    ['24.11, 10:00', EVENING, 'at 2026-11-24T08:00:00.000Z'],
    [' 24/11  9:05 ', EVENING, 'at 2026-11-24T07:05:00.000Z'],
    ['24.11.2026 10:00', EVENING, 'at 2026-11-24T08:00:00.000Z'],
    ['завтра 10:00', EVENING, 'at 2026-11-21T08:00:00.000Z'],
    ['Завтра, 10:00', EVENING, 'at 2026-11-21T08:00:00.000Z'],
    ['сьогодні 22:00', EVENING, 'at 2026-11-20T20:00:00.000Z'],
    ['22:00', EVENING, 'at 2026-11-20T20:00:00.000Z'],
    ['21:41', EVENING, 'at 2026-11-20T19:41:00.000Z'],
    ['завтра 00:00', '2026-11-30T21:00:00Z', 'at 2026-11-30T22:00:00.000Z'],
    ['завтра 10:00', '2026-12-31T12:00:00Z', 'at 2027-01-01T08:00:00.000Z'],
    ['02.01 10:00', '2026-12-30T12:00:00Z', 'at 2027-01-02T08:00:00.000Z'],
    ['завтра 10:00', '2026-03-28T12:00:00Z', 'at 2026-03-29T07:00:00.000Z'],
    ['завтра 10:00', '2026-10-24T12:00:00Z', 'at 2026-10-25T08:00:00.000Z'],
    ['25.10 03:30', '2026-10-20T12:00:00Z', 'at 2026-10-25T00:30:00.000Z'],
  ])('reads %j at %s', (text, now, expected) => {
    expect(read(text, now)).toBe(expected)
  })

  it.each([
    ['21:40', EVENING, 'past 2026-11-20T19:40:00.000Z'],
    ['10:00', EVENING, 'past 2026-11-20T08:00:00.000Z'],
    ['19.11 23:00', EVENING, 'past 2026-11-19T21:00:00.000Z'],
    ['24.07 10:00', EVENING, 'past 2026-07-24T07:00:00.000Z'],
    ['24.11.2025 10:00', EVENING, 'past 2025-11-24T08:00:00.000Z'],
    ['24.11.2028 10:00', EVENING, 'too-far 2028-11-24T08:00:00.000Z'],
    ['31.11 10:00', EVENING, 'missing'],
    ['24.13 10:00', EVENING, 'missing'],
    ['24.11 25:00', EVENING, 'missing'],
    ['24.11 10:60', EVENING, 'missing'],
    ['29.03 03:30', '2026-03-20T12:00:00Z', 'missing'],
    ['24.11', EVENING, 'unreadable'],
    ['10.12', EVENING, 'unreadable'],
    ['24.11 10.00', EVENING, 'unreadable'],
    ['завтра', EVENING, 'unreadable'],
    ['10', EVENING, 'unreadable'],
    ['', EVENING, 'unreadable'],
    ['колись 10:00', EVENING, 'unreadable'],
    ['24.11 о десятій', EVENING, 'unreadable'],
    ['24.11.26 10:00', EVENING, 'unreadable'],
    ['124.11 10:00', EVENING, 'unreadable'],
  ])('refuses %j at %s', (text, now, expected) => {
    expect(read(text, now)).toBe(expected)
  })
})
