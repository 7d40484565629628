const MINUTE_MS = 60_000
/** No calendar day of any zone is longer. */
const LONGEST_DAY_MINUTES = 49 * 60

const calendars = new Map<string, Intl.DateTimeFormat>()

/**
 * The calendar date in a zone, 'YYYY-MM-DD', or the one so many days later.
 * @param timeZone of the IANA database, such as 'Europe/Kyiv'
 */
export function dateIn(timeZone: string, at: Date, daysLater = 0): string {
  const parts = new Map(
    calendarOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  // The calendar of UTC knows how long months are, and none of its days is longer than another.
  const date = new Date(Date.UTC(number('year'), number('month') - 1, number('day') + daysLater))
  return date.toISOString().slice(0, 10)
}

/** The moment at which the calendar day of `at` ends in a zone, whatever clocks do in that night. */
export function dayEndIn(timeZone: string, at: Date): Date {
  const day = dateIn(timeZone, at)
  const firstMinute = Math.floor(at.getTime() / MINUTE_MS)
  // Days end with a minute, so the last minute of the day is searched for, between one that is and one that is not.
  let [within, beyond] = [firstMinute, firstMinute + LONGEST_DAY_MINUTES]
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2)
    if (dateIn(timeZone, new Date(middle * MINUTE_MS)) > day) beyond = middle
    else within = middle
  }
  return new Date(beyond * MINUTE_MS)
}

/** Building one costs more than asking it. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timeZone, known)
  return known
}
