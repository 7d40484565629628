import { describe, expect, it } from 'vitest'
import type { Task } from '@abitly/schedule'
import { decideSlots, isOver } from './decide-slots.ts'

const KYIV = 'Europe/Kyiv'
const REMINDERS: Task = {
  ...{ cadence: { kind: 'daily', hour: 7, minute: 0 }, graceSeconds: 3_600, runs: 'worker' },
  ...{ repeatable: false, keepDays: 400, summary: '' },
}
const SEVEN = new Date('2026-07-24T04:00:00Z')
const after = (seconds: number) => new Date(SEVEN.getTime() + seconds * 1_000)
const decide = (now: Date) =>
  decideSlots({ reminders: REMINDERS }, KYIV, new Map([['reminders', after(-60)]]), now)

describe('a slot', () => {
  it.each([
    ['fires in time', 2, [{ task: 'reminders', slot: SEVEN, decision: 'fire', origin: 'clock' }]],
    ['is caught up on', 1_800, [{ task: 'reminders', slot: SEVEN, decision: 'fire', origin: 'catch-up' }]],
    ['is missed', 3_601, [{ task: 'reminders', slot: SEVEN, decision: 'miss', origin: 'catch-up' }]],
    ['is not due', -1, []],
  ])('%s after %i s', (_name, seconds, decisions) => expect(decide(after(seconds))).toEqual(decisions))

  it('of a task that nobody has opened is nobody’s', () => {
    expect(decideSlots({ reminders: REMINDERS }, KYIV, new Map(), after(2))).toEqual([])
  })
})

describe('an unfinished run', () => {
  const over = (startedAt: Date | null, seconds: number) =>
    isOver({ slot: SEVEN, startedAt }, REMINDERS, KYIV, after(seconds))
  const DAY = 86_400

  it('is worth doing until its successor has had its grace', () => {
    expect(over(null, DAY + 3_600)).toBe(false)
    expect(over(null, DAY + 3_601)).toBe(true)
  })

  it('that somebody began late is left to them for five minutes', () => {
    expect(over(after(DAY + 3_590), DAY + 3_700)).toBe(false)
    expect(over(after(DAY + 3_590), DAY + 3_891)).toBe(true)
  })
})
