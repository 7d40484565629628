import { kyivDay, kyivMoment } from '@abitly/text'

/** What a typed moment is, in Kyiv time. */
export type TypedTime =
  | { kind: 'at'; at: Date }
  | { kind: 'unreadable' }
  | { kind: 'past'; at: Date }
  | { kind: 'too-far'; at: Date }
  /** No calendar has this day, or no clock shows this time on it. */
  | { kind: 'missing' }

/** The words for a day, in the language of who types. */
export interface DayWords {
  today: string
  tomorrow: string
}

type CalendarDay = ReturnType<typeof kyivDay>

const DAY_MS = 24 * 60 * 60 * 1000
/** A day without its year that has passed is one of next year, when next year is as near as this. */
const NEAR_MS = 90 * DAY_MS
const YEAR_MS = 366 * DAY_MS

// Only a colon: «10.12» alone would be a day as well.
const TIME = /(?:^|[\s,])(\d{1,2}):(\d{2})$/
const DATE = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?$/

/** Reads «24.11 10:00», «24.11.2026 10:00», «завтра 10:00» or «10:00». */
export function readStartTime(text: string, now: Date, words: DayWords): TypedTime {
  const typed = text.trim().toLowerCase()
  const time = TIME.exec(typed)
  if (time === null) return { kind: 'unreadable' }
  const clock = { hour: Number(time[1]), minute: Number(time[2]) }
  const dayPart = typed.slice(0, time.index).replace(/[\s,]+$/, '')
  const days = daysOf(dayPart, now, words)
  if (days === null) return { kind: 'unreadable' }
  const [first = null, nextYear = null] = days.map((day) => kyivMoment({ ...day, ...clock }))
  return first === null ? { kind: 'missing' } : judge(first, nextYear, now)
}

function judge(at: Date, nextYear: Date | null, now: Date): TypedTime {
  const ahead = (moment: Date): number => moment.getTime() - now.getTime()
  if (ahead(at) > 0) return ahead(at) > YEAR_MS ? { kind: 'too-far', at } : { kind: 'at', at }
  return nextYear !== null && ahead(nextYear) < NEAR_MS ? { kind: 'at', at: nextYear } : { kind: 'past', at }
}

/** The day that is meant; without a year, the same of next year besides. Null: not understood. */
function daysOf(text: string, now: Date, { today, tomorrow }: DayWords): CalendarDay[] | null {
  if (text === '' || text === today) return [kyivDay(now)]
  if (text === tomorrow) return [kyivDay(now, 1)]
  const match = DATE.exec(text)
  if (match === null) return null
  const day = { day: Number(match[1]), month: Number(match[2]) - 1 }
  if (match[3] !== undefined) return [{ ...day, year: Number(match[3]) }]
  const { year } = kyivDay(now)
  return [
    { ...day, year },
    { ...day, year: year + 1 },
  ]
}
