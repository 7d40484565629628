import { describe, expect, it } from 'vitest'
import { remindersAhead } from './reminders-ahead.ts'

describe('remindersAhead', () => {
  it.each([
    ['a week before', '2026-01-17T12:00:00Z', [3, 1]],
    ['just before the first', '2026-01-21T04:59:59Z', [3, 1]],
    ['just after it', '2026-01-21T05:00:00Z', [1]],
    ['two days before', '2026-01-22T12:00:00Z', [1]],
    ['the day before, early', '2026-01-23T04:00:00Z', [1]],
    ['the day before, later', '2026-01-23T06:00:00Z', []],
    ['on the day', '2026-01-24T03:00:00Z', []],
    ['afterwards', '2026-02-24T03:00:00Z', []],
  ])('%s', (_when, now, days) => {
    expect(remindersAhead('2026-01-24', new Date(now))).toEqual(days)
  })

  it('goes by the clock in Kyiv across the beginning of summer time', () => {
    // 07:00 on 28 March is 05:00 UTC, on 30 March 04:00.
    expect(remindersAhead('2026-03-31', new Date('2026-03-28T04:59:00Z'))).toEqual([3, 1])
    expect(remindersAhead('2026-03-31', new Date('2026-03-30T04:01:00Z'))).toEqual([])
  })
})
