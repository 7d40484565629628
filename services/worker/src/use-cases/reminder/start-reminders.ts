import type { Campaign, Repositories } from '@abitly/database'
import { REMINDER_DAYS } from '@abitly/domain'
import { dateIn, dayEndIn } from '@abitly/text'
import type { RemindersContent } from '../../campaigns/content.ts'
import { toReminderEvent } from '../../campaigns/reminder-event.ts'

/** Which day's reminders to begin. */
export interface ReminderSlot {
  /** The moment they are due: 07:00 of the day. */
  slot: Date
  /** Whose calendar says which day that is, such as 'Europe/Kyiv'. */
  timeZone: string
  now: Date
}

/** What became of a day's reminders. */
export interface StartedReminders {
  /** To be planned once the caller's transaction has committed; null: there is nothing to send. */
  campaign: Campaign | null
  /** `events` to remind of; `dayOver`: 1 when the day of the slot has passed. */
  counts: Record<string, number>
}

/**
 * Begins the reminders of a slot's day: a campaign that waits for its planning, or none when no open day is 1 or 3
 * days away or the day is over. Runs in the caller's transaction; called again it begins another campaign, so the
 * caller sees to it that a slot is taken once.
 */
export async function startReminders(
  { openDays, campaigns }: Pick<Repositories, 'openDays' | 'campaigns'>,
  { slot, timeZone, now }: ReminderSlot,
): Promise<StartedReminders> {
  const expiresAt = dayEndIn(timeZone, slot)
  if (now >= expiresAt) return { campaign: null, counts: { dayOver: 1 } }
  const dates = REMINDER_DAYS.map((days) => dateIn(timeZone, slot, days))
  const events = (await openDays.onDates(dates)).map(toReminderEvent)
  const counts = { events: events.length }
  if (events.length === 0) return { campaign: null, counts }
  const content: RemindersContent = { kind: 'reminders', day: dateIn(timeZone, slot), events }
  const draft = { kind: 'reminder', content, audience: null, createdBy: null, expiresAt, now } as const
  const campaign = await campaigns.create(draft)
  await campaigns.start(campaign.id, { by: null, now })
  return { campaign, counts }
}
