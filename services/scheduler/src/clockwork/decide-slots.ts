import type { SlotDecision } from '@abitly/database'
import { dueSlots, nextSlot } from '@abitly/schedule'
import type { Task } from '@abitly/schedule'

export type Timetable = Readonly<Record<string, Task>>

/** A slot that is fired later than this after its moment was caught up on. */
const LATE_MS = 5_000
/** A run that somebody has begun is left to them for so long at least. */
const WORK_MS = 300_000

/** What is to be done about every slot that nobody has decided on, in the order of each task. */
export function decideSlots(
  timetable: Timetable,
  zone: string,
  settledUpto: ReadonlyMap<string, Date>,
  now: Date,
): SlotDecision[] {
  return Object.entries(timetable).flatMap(([task, spec]) => {
    const { fire, missed } = dueSlots(spec, zone, settledUpto.get(task) ?? now, now)
    const origin = (slot: Date) => (now.getTime() - slot.getTime() > LATE_MS ? 'catch-up' : 'clock')
    return [
      ...missed.map((slot) => ({ task, slot, decision: 'miss', origin: 'catch-up' }) as const),
      ...fire.map((slot) => ({ task, slot, decision: 'fire', origin: origin(slot) }) as const),
    ]
  })
}

/** Is an unfinished run no longer worth doing? Its successor is due, and whoever may work on it has had the time. */
export function isOver(
  { slot, startedAt }: { slot: Date; startedAt: Date | null },
  { cadence, graceSeconds }: Pick<Task, 'cadence' | 'graceSeconds'>,
  zone: string,
  now: Date,
): boolean {
  const successor = nextSlot(cadence, zone, slot).getTime() + graceSeconds * 1_000
  const worked = startedAt === null ? successor : startedAt.getTime() + WORK_MS
  return now.getTime() > Math.max(successor, worked)
}
