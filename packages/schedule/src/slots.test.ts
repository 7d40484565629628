import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { dailyAt, every } from './cadence.ts'
import type { Cadence } from './cadence.ts'
import { latestSlot, nextSlot, slotsBetween } from './slots.ts'
import { civilTime } from './zoned-time.ts'

const KYIV = 'Europe/Kyiv'
const HOUR = 3_600_000
const between = (cadence: Cadence, from: string, to: string, zone = KYIV): string[] =>
  slotsBetween(cadence, zone, new Date(from), new Date(to)).map((slot) => slot.toISOString())

describe('a daily slot', () => {
  it('comes 23 hours after the last one when summer time begins', () => {
    expect(between(dailyAt('07:00'), '2026-03-28T00:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-28T05:00:00.000Z',
      '2026-03-29T04:00:00.000Z',
      '2026-03-30T04:00:00.000Z',
    ])
  })

  it('comes 25 hours after the last one when summer time ends', () => {
    expect(between(dailyAt('07:00'), '2026-10-24T00:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
      '2026-10-24T04:00:00.000Z',
      '2026-10-25T05:00:00.000Z',
      '2026-10-26T05:00:00.000Z',
    ])
  })

  it('at a time that clocks skip comes all the same, once', () => {
    expect(between(dailyAt('03:30'), '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ])
  })

  it('at a time that clocks show twice comes once', () => {
    expect(between(dailyAt('03:30'), '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ])
  })

  it('comes once on each day of the calendar, of whatever zone and time', () => {
    const zones = fc.constantFrom(KYIV, 'UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    const times = fc.record({ hour: fc.nat(23), minute: fc.nat(59) })
    const days = fc.integer({ min: 0, max: 700 })
    fc.assert(
      fc.property(zones, times, days, (zone, { hour, minute }, day) => {
        const from = new Date(Date.UTC(2025, 0, 1) + day * 24 * HOUR)
        const to = new Date(from.getTime() + 40 * 24 * HOUR)
        const slots = slotsBetween({ kind: 'daily', hour, minute }, zone, from, to)
        const dates = slots.map((slot) => {
          const civil = civilTime(slot, zone)
          return `${civil.month}-${civil.day}`
        })
        expect(new Set(dates).size).toBe(slots.length)
        expect(slots.length).toBeGreaterThanOrEqual(39)
        expect(slots.length).toBeLessThanOrEqual(41)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a slot of real time', () => {
  it('comes on full multiples, and an offset after them', () => {
    expect(between(every(10), '2026-01-01T00:00:05Z', '2026-01-01T00:00:30Z')).toEqual([
      '2026-01-01T00:00:10.000Z',
      '2026-01-01T00:00:20.000Z',
      '2026-01-01T00:00:30.000Z',
    ])
    expect(between(every(3_600, 17 * 60), '2026-01-01T00:00:00Z', '2026-01-01T02:00:00Z')).toEqual([
      '2026-01-01T00:17:00.000Z',
      '2026-01-01T01:17:00.000Z',
    ])
  })

  it('does not notice that clocks change: 25 of them in the longest day', () => {
    expect(between(every(3_600), '2026-10-24T21:00:00Z', '2026-10-25T22:00:00Z')).toHaveLength(25)
    expect(between(every(3_600), '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z')).toHaveLength(23)
  })
})

describe('slots, whatever the cadence', () => {
  const cadences = fc.oneof(
    fc
      .record({ seconds: fc.integer({ min: 1, max: 90_000 }), offset: fc.nat(5_000) })
      .map(({ seconds, offset }): Cadence => every(seconds, offset)),
    fc
      .record({ hour: fc.nat(23), minute: fc.nat(59) })
      .map(({ hour, minute }): Cadence => ({ kind: 'daily', hour, minute })),
  )
  const moments = fc
    .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) })
    .map((ms) => new Date(ms))

  it('the latest one lies behind, the next one ahead, and nothing between them', () => {
    fc.assert(
      fc.property(cadences, moments, (cadence, at) => {
        const [latest, next] = [latestSlot(cadence, KYIV, at), nextSlot(cadence, KYIV, at)]
        expect(latest.getTime()).toBeLessThanOrEqual(at.getTime())
        expect(next.getTime()).toBeGreaterThan(at.getTime())
        expect(nextSlot(cadence, KYIV, latest)).toEqual(next)
        expect(latestSlot(cadence, KYIV, latest)).toEqual(latest)
      }),
      { numRuns: 200 },
    )
  })

  it('are the same however a stretch of time is cut into pieces', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.nat(3 * 86_400_000), { maxLength: 6 }), (from, cuts) => {
        const to = new Date(from.getTime() + 3 * 86_400_000)
        const cadence = dailyAt('07:00')
        const edges = [0, ...cuts.sort((a, b) => a - b), 3 * 86_400_000].map(
          (ms) => new Date(from.getTime() + ms),
        )
        const pieces = edges
          .slice(1)
          .flatMap((edge, index) => slotsBetween(cadence, KYIV, edges[index] ?? from, edge))
        expect(pieces).toEqual(slotsBetween(cadence, KYIV, from, to))
      }),
    )
  })
})
