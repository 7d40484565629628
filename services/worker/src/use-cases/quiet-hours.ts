import { DEFAULT_NOTIFICATION_SETTINGS } from '@abitly/database'
import type { QuietHours } from '@abitly/database'
import { kyivDay, kyivMoment, kyivTime } from '@abitly/text'

/**
 * Whether a message of this moment arrives without a sound.
 * @param quiet of the recipient; default: what everybody begins with, 22:00 to 08:00 in Kyiv
 */
export function isQuiet(at: Date, quiet: QuietHours = DEFAULT_NOTIFICATION_SETTINGS.quiet): boolean {
  const { hour } = kyivTime(at)
  const { from, until } = quiet
  // Most of them go over midnight.
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until
}

/** When the quiet hours of this moment end; null: it is none of them. */
export function quietEnd(at: Date, quiet: QuietHours): Date | null {
  if (!isQuiet(at, quiet)) return null
  const ends = [0, 1].map((days) => hourOf(at, days, quiet.until))
  return ends.find((end) => end !== null && end > at) ?? null
}

/** In the night in which summer time begins an hour is left out: the next one then. */
function hourOf(at: Date, daysLater: number, hour: number): Date | null {
  const day = kyivDay(at, daysLater)
  return kyivMoment({ ...day, hour, minute: 0 }) ?? kyivMoment({ ...day, hour: hour + 1, minute: 0 })
}
