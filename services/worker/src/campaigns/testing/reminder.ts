import type { Reminder, ReminderEvent } from '../content.ts'
import { openDay } from './open-day.ts'

/** An open day of university 10 on 24 January 2026, unless told otherwise. */
export function reminderEvent(openDayId: number, change: Partial<ReminderEvent> = {}): ReminderEvent {
  const { university, title } = openDay(openDayId)
  return {
    ...{ openDayId, universityId: 10, university, faculty: null, title, date: '2026-01-24', startsAt: null },
    ...{ format: 'offline', address: null, registrationUrl: null, registrationDeadline: null },
    ...{ generated: false, ...change },
  }
}

/** The same for one recipient, who attends it tomorrow, unless told otherwise. */
export function reminder(openDayId: number, change: Partial<Reminder> = {}): Reminder {
  return { ...reminderEvent(openDayId), daysAhead: 1, attends: true, trackedOffers: 0, ...change }
}
