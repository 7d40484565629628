import { describe, expect, it } from 'vitest'
import { dailyAt, every } from './cadence.ts'
import { dueSlots } from './due.ts'

const KYIV = 'Europe/Kyiv'
const REMINDERS = { cadence: dailyAt('07:00'), graceSeconds: 3_600, keepDays: 400 }
const SWEEP = { cadence: every(10), graceSeconds: 10, keepDays: 2 }
const due = (task: Parameters<typeof dueSlots>[0], from: string, to: string) => {
  const { fire, missed } = dueSlots(task, KYIV, new Date(from), new Date(to))
  return { fire: fire.map((slot) => slot.toISOString()), missed: missed.map((slot) => slot.toISOString()) }
}

describe('a daily slot', () => {
  it.each([
    ['is not due a second before it', '06:59:59', []],
    ['fires at its moment', '07:00:00', ['2026-01-24T05:00:00.000Z']],
    ['fires late, up to the end of its grace', '08:00:00', ['2026-01-24T05:00:00.000Z']],
  ])('%s', (_name, time, fire) => {
    expect(due(REMINDERS, '2026-01-23T12:00:00Z', `2026-01-24T${time}+02:00`)).toEqual({ fire, missed: [] })
  })

  it('is missed a second after its grace', () => {
    expect(due(REMINDERS, '2026-01-23T12:00:00Z', '2026-01-24T08:00:01+02:00')).toEqual({
      fire: [],
      missed: ['2026-01-24T05:00:00.000Z'],
    })
  })

  it('fires although those of the days before were missed', () => {
    expect(due(REMINDERS, '2026-01-21T12:00:00Z', '2026-01-24T07:30:00+02:00')).toEqual({
      fire: ['2026-01-24T05:00:00.000Z'],
      missed: ['2026-01-22T05:00:00.000Z', '2026-01-23T05:00:00.000Z'],
    })
  })

  it('is decided on once: nothing is due up to where all is settled', () => {
    expect(due(REMINDERS, '2026-01-24T07:00:00+02:00', '2026-01-24T07:59:00+02:00')).toEqual({
      fire: [],
      missed: [],
    })
  })
})

describe('slots of a sweep', () => {
  it('fire only the newest after a pause, for it makes up for the others', () => {
    const { fire, missed } = due(SWEEP, '2026-01-24T10:00:00Z', '2026-01-24T10:01:05Z')
    expect(fire).toEqual(['2026-01-24T10:01:00.000Z'])
    expect(missed).toHaveLength(5)
  })

  it('are forgotten where the ledger would not keep them', () => {
    const { missed } = due(SWEEP, '2026-01-01T00:00:00Z', '2026-01-24T10:00:00Z')
    expect(missed).toHaveLength((2 * 86_400) / 10 - 2)
  })
})
