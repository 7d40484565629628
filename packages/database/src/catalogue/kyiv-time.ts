const ZONE = 'Europe/Kyiv'
const DAY_MS = 86_400_000

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' })
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' })

/** Calendar date in Kyiv, 'YYYY-MM-DD'. */
export function kyivDate(moment: Date): string {
  return calendar.format(moment)
}

/** The date `days` later (or earlier); dates have no zone. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
export function weekday(date: string): number {
  return new Date(date).getUTCDay()
}

/** The moment at which a clock in Kyiv shows this hour of that date (Kyiv is 2 or 3 hours ahead of UTC). */
export function kyivMoment(date: string, hour: number, minute: number): Date {
  const asUtc = Date.parse(date) + (hour * 60 + minute) * 60_000
  const shown = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const offsets = [2, 3].map((hours) => new Date(asUtc - hours * 3_600_000))
  return offsets.find((moment) => clock.format(moment) === shown) ?? new Date(asUtc - 2 * 3_600_000)
}
