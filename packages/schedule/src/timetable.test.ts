import { describe, expect, it } from 'vitest'
import { TASK_NAMES, TIMETABLE, isTaskName } from './timetable.ts'
import { nextSlot } from './slots.ts'

const NOW = new Date('2026-01-24T10:00:00Z')

describe('the timetable', () => {
  it.each(TASK_NAMES)('gives %s a grace within which no more than two slots can lie', (name) => {
    const { cadence, graceSeconds } = TIMETABLE[name]
    const slot = nextSlot(cadence, 'Europe/Kyiv', NOW)
    const period = nextSlot(cadence, 'Europe/Kyiv', slot).getTime() - slot.getTime()
    // More would fire together after a pause, though one of them does the work of all.
    expect(graceSeconds * 1_000).toBeLessThanOrEqual(period)
    expect(TIMETABLE[name].keepDays * 86_400_000).toBeGreaterThanOrEqual(period)
  })

  it('knows its tasks by name, and nothing that objects inherit', () => {
    expect(isTaskName('retention')).toBe(true)
    expect(isTaskName('toString')).toBe(false)
  })
})
