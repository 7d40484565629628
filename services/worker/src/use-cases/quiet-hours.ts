import { DEFAULT_NOTIFICATION_SETTINGS } from '@abitly/database'
import type { QuietHours } from '@abitly/database'
import { kyivTime } from '@abitly/text'

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
