/** All times of the page are Kyiv times, wherever the browser is. */
const ZONE = supportedZone()

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })
const CLOCK_SECONDS = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'medium' })
const DAY_KEY = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Days begin on a quarter of an hour everywhere, so one answer serves a quarter: formatting is slow. */
const QUARTER_HOUR = 900
const knownDays = new Map<number, string>()

/** The words of the day pill that no calendar knows. */
export interface DayWords {
  today: string
  yesterday: string
}

/** 14:03, from Unix seconds. */
export function clockTime(seconds: number): string {
  return CLOCK.format(seconds * 1000)
}

/** 14:03:21, from Unix milliseconds. */
export function clockTimeWithSeconds(milliseconds: number): string {
  return CLOCK_SECONDS.format(milliseconds)
}

/** The calendar day in Kyiv, such as 2026-01-24, from Unix seconds. */
export function dayKey(seconds: number): string {
  const slice = Math.floor(seconds / QUARTER_HOUR)
  const known = knownDays.get(slice)
  if (known !== undefined) return known
  const key = DAY_KEY.format(seconds * 1000)
  knownDays.set(slice, key)
  return key
}

/** What the pill over a day says: today, yesterday, 24 January, or with the year when it is another one. */
export function dayLabel(key: string, nowSeconds: number, locale: string, words: DayWords): string {
  const today = dayKey(nowSeconds)
  if (key === today) return words.today
  if (key === previousDay(today)) return words.yesterday
  const sameYear = key.slice(0, 4) === today.slice(0, 4)
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(`${key}T12:00:00Z`))
}

function previousDay(key: string): string {
  const noon = new Date(`${key}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() - 1)
  return noon.toISOString().slice(0, 10)
}

/** Older browsers know the zone by its former spelling only. */
function supportedZone(): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: 'Europe/Kyiv' }).resolvedOptions().timeZone
  } catch {
    return 'Europe/Kiev'
  }
}
