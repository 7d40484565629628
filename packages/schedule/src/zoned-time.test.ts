import { describe, expect, it } from 'vitest'
import { civilTime, momentOf } from './zoned-time.ts'

const KYIV = 'Europe/Kyiv'
const at = (month: number, day: number, hour: number, minute = 0) => ({
  year: 2026,
  month,
  day,
  hour,
  minute,
})

describe('the moment of a civil time', () => {
  it.each<[string, Parameters<typeof momentOf>[0], string]>([
    ['in winter', at(1, 24, 7), '2026-01-24T05:00:00.000Z'],
    ['in summer', at(7, 24, 7), '2026-07-24T04:00:00.000Z'],
    ['just before summer time begins', at(3, 29, 2, 59), '2026-03-29T00:59:00.000Z'],
    ['skipped: half an hour after the jump', at(3, 29, 3, 30), '2026-03-29T01:30:00.000Z'],
    ['just after it has begun', at(3, 29, 4), '2026-03-29T01:00:00.000Z'],
    ['twice: the first', at(10, 25, 3, 30), '2026-10-25T00:30:00.000Z'],
    ['after summer time has ended', at(10, 25, 4), '2026-10-25T02:00:00.000Z'],
    ['midnight', at(10, 25, 0), '2026-10-24T21:00:00.000Z'],
  ])('%s', (_name, civil, moment) => {
    expect(momentOf(civil, KYIV).toISOString()).toBe(moment)
  })

  it('is the same in a zone without summer time', () => {
    expect(momentOf(at(3, 29, 3, 30), 'UTC').toISOString()).toBe('2026-03-29T03:30:00.000Z')
    expect(momentOf(at(3, 29, 3, 30), 'Asia/Kolkata').toISOString()).toBe('2026-03-28T22:00:00.000Z')
  })

  it('shows what was asked for, unless clocks skip it', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      for (const day of [28, 29, 30]) {
        const civil = at(3, day, hour, 15)
        if (day === 29 && hour === 3) continue
        expect(civilTime(momentOf(civil, KYIV), KYIV)).toEqual(civil)
      }
    }
  })
})
