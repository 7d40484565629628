import { latestSlot, momentOf, nextSlot } from '@abitly/schedule'
import type { Task } from '@abitly/schedule'

/** The slot that was meant, or why there is none. */
export type ChosenSlot =
  | { kind: 'slot'; slot: Date }
  | { kind: 'unreadable' }
  /** It has not come yet: the clock will see to it. */
  | { kind: 'ahead' }
  /** The task has no such slot; its neighbours. */
  | { kind: 'no-slot'; before: Date; after: Date }

const CIVIL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})$/

/**
 * @param given `2027-01-24T07:00` by the clocks of the zone, or a moment with an offset (`…T05:00:00Z`); undefined: the
 * latest slot
 */
export function chooseSlot(
  { cadence }: Pick<Task, 'cadence'>,
  given: string | undefined,
  timeZone: string,
  now: Date,
): ChosenSlot {
  if (given === undefined) return { kind: 'slot', slot: latestSlot(cadence, timeZone, now) }
  const slot = readMoment(given, timeZone)
  if (slot === null) return { kind: 'unreadable' }
  const before = latestSlot(cadence, timeZone, slot)
  if (before.getTime() !== slot.getTime()) {
    return { kind: 'no-slot', before, after: nextSlot(cadence, timeZone, slot) }
  }
  return slot > now ? { kind: 'ahead' } : { kind: 'slot', slot }
}

function readMoment(given: string, timeZone: string): Date | null {
  const civil = CIVIL.exec(given)
  if (civil !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = civil.slice(1).map(Number)
    return momentOf({ year, month, day, hour, minute }, timeZone)
  }
  // Without an offset a moment would be read by the clocks of this machine.
  const moment = /(Z|[+-]\d{2}:?\d{2})$/.test(given) ? new Date(given) : new Date(NaN)
  return Number.isNaN(moment.getTime()) ? null : moment
}
