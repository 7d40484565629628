import { slotsBetween } from './slots.ts'
import type { Task } from './timetable.ts'

/** What is to be done about the slots of a task that nobody has decided on yet. */
export interface Due {
  /** Within the grace: each is to run, in order. */
  readonly fire: readonly Date[]
  /** Too late: each is to be recorded as missed, in order. */
  readonly missed: readonly Date[]
}

/**
 * Decides on all slots after `settledUpto` up to now: by the moment, not by who was there to see it. Slots older than
 * the ledger keeps are left out: their rows would be pruned at once.
 */
export function dueSlots(
  task: Pick<Task, 'cadence' | 'graceSeconds' | 'keepDays'>,
  zone: string,
  settledUpto: Date,
  now: Date,
): Due {
  const kept = new Date(now.getTime() - task.keepDays * 86_400_000)
  const slots = slotsBetween(task.cadence, zone, settledUpto > kept ? settledUpto : kept, now)
  const oldest = now.getTime() - task.graceSeconds * 1_000
  return {
    fire: slots.filter((slot) => slot.getTime() >= oldest),
    missed: slots.filter((slot) => slot.getTime() < oldest),
  }
}
