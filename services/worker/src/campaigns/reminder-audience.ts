import type { OpenDaysRepository, PlannedRecipient } from '@abitly/database'
import { selectReminders } from '@abitly/domain'
import type { RemindersContent } from './content.ts'

/** A page of recipients, and the last chat id it has dealt with. */
export interface ReminderPage {
  upto: bigint
  recipients: PlannedRecipient[]
}

/**
 * Works out whom a day's open days concern, for the next page of people after `after`.
 * @param limit people looked at together
 * @returns null when there is nobody more
 */
export async function reminderAudience(
  openDays: Pick<OpenDaysRepository, 'interested'>,
  { day, events }: RemindersContent,
  after: bigint | null,
  limit: number,
): Promise<ReminderPage | null> {
  const question = {
    openDayIds: events.map(({ openDayId }) => openDayId),
    universityIds: [...new Set(events.map(({ universityId }) => universityId))],
  }
  const people = await openDays.interested(question, after, limit)
  const last = people.at(-1)
  if (last === undefined) return null
  const interests = people.map(({ chatId, ...interest }) => ({ student: chatId, ...interest }))
  const recipients = selectReminders(events, interests, day).map(({ student, reminders }) => ({
    chatId: student,
    content: { reminders },
  }))
  return { upto: last.chatId, recipients }
}
