import type { UpcomingOpenDay } from '@abitly/database'
import { z } from 'zod'
import { openDayEvent } from './open-day-event.ts'

/** An open day as it was when the day's reminders were planned: all that the message and the choice of readers need. */
export const reminderEvent = openDayEvent.pick({
  ...{ openDayId: true, universityId: true, university: true, faculty: true, title: true, date: true },
  ...{ startsAt: true, format: true, address: true, registrationUrl: true, registrationDeadline: true },
  generated: true,
})
export type ReminderEvent = z.infer<typeof reminderEvent>

/** Why one recipient is reminded of an open day; the domain's SelectedReminder as JSON. */
export const reminderReason = z.object({
  openDayId: z.int(),
  daysAhead: z.union([z.literal(1), z.literal(3)]),
  attends: z.boolean(),
  /** Tracked offers of its university. */
  trackedOffers: z.int().min(0),
})
export type ReminderReason = z.infer<typeof reminderReason>

/** An open day that one recipient is reminded of, and why. */
export type Reminder = ReminderEvent & ReminderReason

/** An open day as the content of a campaign keeps it. */
export function toReminderEvent({
  startsAt,
  registrationDeadline,
  ...openDay
}: UpcomingOpenDay): ReminderEvent {
  return {
    ...openDay,
    startsAt: startsAt?.toISOString() ?? null,
    registrationDeadline: registrationDeadline?.toISOString() ?? null,
  }
}
