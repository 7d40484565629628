import { formatCount } from './numbers.ts'
import { NO_BREAK_SPACE } from './signs.ts'
import type { Translator } from './translator.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** «7 с», «2 хв 05 с», «1 год 12 хв»: the two units that matter; seconds are rounded up. */
export function durationText(tr: Translator, seconds: number): string {
  // A number and its unit stay on one line, however short the unit is.
  return unitsText(tr, Math.max(0, Math.ceil(seconds))).replace(/(?<=\d) /g, NO_BREAK_SPACE)
}

function unitsText(tr: Translator, whole: number): string {
  if (whole < MINUTE) return tr.text('duration-seconds', { seconds: String(whole) })
  const minutes = Math.floor(whole / MINUTE)
  if (whole < HOUR) {
    return tr.text('duration-minutes', { minutes: String(minutes), seconds: twoDigits(whole % MINUTE) })
  }
  const hours = formatCount(tr.language, Math.floor(whole / HOUR))
  return tr.text('duration-hours', { hours, minutes: twoDigits(minutes % MINUTE) })
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}
