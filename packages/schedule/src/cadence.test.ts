import { describe, expect, it } from 'vitest'
import { dailyAt, describeCadence, every } from './cadence.ts'

describe('a cadence', () => {
  it.each([
    [every(10), 'every 10 s'],
    [every(60), 'every 1 min'],
    [every(300, 15), 'every 5 min'],
    [every(3_600, 17 * 60), 'hourly at :17'],
    [dailyAt('07:00'), 'daily at 07:00'],
  ])('reads as people say it: %o', (cadence, text) => expect(describeCadence(cadence)).toBe(text))

  it.each(['7:00', '24:00', '07:60', '', '07:00:00'])('refuses %j as a time of the day', (time) => {
    expect(() => dailyAt(time)).toThrow('No time of a day')
  })

  it.each([0, -1, 1.5])('refuses to recur every %s s', (seconds) => {
    expect(() => every(seconds)).toThrow('cannot recur')
  })
})
