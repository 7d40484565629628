import { kyivDay, kyivMoment } from '@abitly/text'

/** Reminders go out so many days before an event, at this hour in Kyiv. */
const DAYS_BEFORE = [3, 1] as const
const HOUR = 7

/** Which reminders of an event still lie ahead: before so many days. `date`: 'YYYY-MM-DD', Kyiv. */
export function remindersAhead(date: string, now: Date): number[] {
  // Noon lies on the same day everywhere from here to Kyiv.
  const noon = new Date(`${date}T12:00:00Z`)
  return DAYS_BEFORE.filter((days) => {
    const due = kyivMoment({ ...kyivDay(noon, -days), hour: HOUR, minute: 0 })
    return due !== null && due > now
  })
}
