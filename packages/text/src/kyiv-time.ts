const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** A moment as a clock and a calendar in Kyiv show it. */
export interface KyivTime {
  year: number
  /** Code of the month, which the texts select their words by. */
  month: (typeof MONTHS)[number]
  day: number
  weekday: (typeof WEEKDAYS)[number]
  hour: number
  /** «09:40» */
  time: string
  /** «09:40:07» */
  timeWithSeconds: string
}

const calendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Admission runs by Kyiv time, wherever the reader and the server are; summer time included. */
export function kyivTime(at: Date): KyivTime {
  const parts = new Map(calendar.formatToParts(at).map((part) => [part.type, part.value]))
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const [year, month, day] = [number('year'), number('month') - 1, number('day')]
  const time = `${parts.get('hour')}:${parts.get('minute')}`
  return {
    year,
    month: MONTHS[month] ?? 'jan',
    day,
    weekday: WEEKDAYS[new Date(Date.UTC(year, month, day)).getUTCDay()] ?? 'sun',
    hour: number('hour'),
    time,
    timeWithSeconds: `${time}:${parts.get('second')}`,
  }
}

/** What a calendar and a clock in Kyiv would show; `month` from 0, as in `Date`. */
export interface KyivClock {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

/** How far Kyiv is ahead of UTC, in hours: in summer, in winter. */
const AHEAD = [3, 2]

/**
 * The moment at which clocks in Kyiv show this; of two (when summer time ends) the first.
 * @returns null for a time that no clock shows: no such date, or skipped when summer time begins
 */
export function kyivMoment({ year, month, day, hour, minute }: KyivClock): Date | null {
  const moments = AHEAD.map((hours) => new Date(Date.UTC(year, month, day, hour - hours, minute)))
  const shows = (at: Date): boolean => {
    const clock = kyivTime(at)
    const sameDay = clock.year === year && clock.month === MONTHS[month] && clock.day === day
    return sameDay && clock.hour === hour && Number(clock.time.slice(3)) === minute
  }
  return moments.find(shows) ?? null
}

/** The calendar day in Kyiv, or one so many days later; `month` from 0. */
export function kyivDay(at: Date, daysLater = 0): Pick<KyivClock, 'year' | 'month' | 'day'> {
  const { year, month, day } = kyivTime(at)
  // The calendar of UTC knows how long months are.
  const date = new Date(Date.UTC(year, MONTHS.indexOf(month), day + daysLater))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() }
}

/** The calendar date in Kyiv, 'YYYY-MM-DD'. */
export function kyivDate(at: Date): string {
  const { year, month, day } = kyivDay(at)
  return [year, month + 1, day].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Midnight in Kyiv at which the day of `at`, or one so many days later, begins. */
export function kyivDayStart(at: Date, daysLater = 0): Date {
  const start = kyivMoment({ ...kyivDay(at, daysLater), hour: 0, minute: 0 })
  if (start === null) throw new Error('A day in Kyiv has no midnight')
  return start
}
