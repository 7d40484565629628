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
}

const calendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Admission runs by Kyiv time, wherever the reader and the server are; summer time included. */
export function kyivTime(at: Date): KyivTime {
  const parts = new Map(calendar.formatToParts(at).map((part) => [part.type, part.value]))
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const [year, month, day] = [number('year'), number('month') - 1, number('day')]
  return {
    year,
    month: MONTHS[month] ?? 'jan',
    day,
    weekday: WEEKDAYS[new Date(Date.UTC(year, month, day)).getUTCDay()] ?? 'sun',
    hour: number('hour'),
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  }
}
