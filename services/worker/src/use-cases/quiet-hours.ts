import { kyivTime } from '@abitly/text'

/** From 22:00 to 08:00 in Kyiv messages that we begin arrive without a sound. */
const QUIET = { from: 22, until: 8 }

/** Whether a message of this moment arrives without a sound. */
export function isQuiet(at: Date): boolean {
  const { hour } = kyivTime(at)
  return hour >= QUIET.from || hour < QUIET.until
}
