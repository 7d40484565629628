import type { Cadence } from './cadence.ts'
import { civilTime, momentOf } from './zoned-time.ts'

type Every = Extract<Cadence, { kind: 'every' }>
type Daily = Extract<Cadence, { kind: 'daily' }>

/** The first slot after a moment. */
export function nextSlot(cadence: Cadence, zone: string, after: Date): Date {
  return cadence.kind === 'every' ? nextMultiple(cadence, after) : nextDay(cadence, zone, after)
}

/** The last slot at or before a moment. */
export function latestSlot(cadence: Cadence, zone: string, upto: Date): Date {
  if (cadence.kind === 'every') {
    return new Date(nextMultiple(cadence, upto).getTime() - cadence.seconds * 1_000)
  }
  // However the clocks change, yesterday's slot lies behind.
  const candidates = [0, -1].map((days) => dailySlot(cadence, zone, upto, days))
  const [latest] = candidates.filter((slot) => slot <= upto)
  if (latest === undefined) throw new Error('No slot within two days of the calendar')
  return latest
}

/** Slots after `after` up to and including `upto`, in order. */
export function slotsBetween(cadence: Cadence, zone: string, after: Date, upto: Date): Date[] {
  const slots: Date[] = []
  for (let slot = nextSlot(cadence, zone, after); slot <= upto; slot = nextSlot(cadence, zone, slot)) {
    slots.push(slot)
  }
  return slots
}

function nextMultiple({ seconds, offsetSeconds }: Every, after: Date): Date {
  const [period, offset] = [seconds * 1_000, offsetSeconds * 1_000]
  return new Date((Math.floor((after.getTime() - offset) / period) + 1) * period + offset)
}

function nextDay(cadence: Daily, zone: string, after: Date): Date {
  const candidates = [0, 1].map((days) => dailySlot(cadence, zone, after, days))
  const [next] = candidates.filter((slot) => slot > after)
  if (next === undefined) throw new Error('No slot within two days of the calendar')
  return next
}

/** The slot of the zone's calendar day of `at`, or of one so many days later. */
function dailySlot({ hour, minute }: Daily, zone: string, at: Date, daysLater: number): Date {
  const { year, month, day } = civilTime(at, zone)
  // The calendar of UTC knows how long months are.
  const date = new Date(Date.UTC(year, month - 1, day + daysLater))
  const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  return momentOf({ ...civil, hour, minute }, zone)
}
