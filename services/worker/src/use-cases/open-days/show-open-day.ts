import type { OpenDay } from '@abitly/database'
import { displayName } from '@abitly/text'
import type { CalendarEvent } from '../../calendar/calendar-file.ts'
import type { Outcome, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { openDayCard, openDayWhen } from './open-day-card.ts'
import { calendarEvent } from './calendar-event.ts'
import { FIRST_PLACE } from './open-day-list.ts'
import type { ListPlace } from './open-day-list.ts'
import { inLanguage } from './open-day-names.ts'
import { remindersAhead } from './reminders-ahead.ts'
import { showOpenDays } from './show-open-days.ts'

/** A file for a calendar with a word about it. */
export interface CalendarFile {
  event: CalendarEvent
  fileName: string
  /** HTML. */
  caption: string
}

/** The card of an open day; one that is no more leaves the list it stood in. */
export async function showOpenDay(visit: Visit, openDayId: number, place: ListPlace | null): Promise<View> {
  const { repos, student, tr, now } = visit
  const openDay = await repos.openDays.find(student.chatId, openDayId)
  return openDay === null ? goneView(visit, place) : openDayCard(tr, openDay, place, now)
}

/** Marks an open day as one the student comes to, or takes the mark back. Twice is the same as once. */
export async function attendOpenDay(
  visit: Visit,
  { openDayId, on, place }: { openDayId: number; on: boolean; place: ListPlace | null },
): Promise<Outcome> {
  const { repos, student, tr, now } = visit
  const openDay = await repos.openDays.find(student.chatId, openDayId)
  if (openDay === null) return { view: await goneView(visit, place), toast: tr.text('toast-refreshed') }
  if (on) await repos.openDays.attend(student.chatId, openDayId, now)
  else await repos.openDays.leave(student.chatId, openDayId)
  const view = openDayCard(tr, { ...openDay, attending: on }, place, now)
  if (on) return { view, toast: await attendingToast(visit, openDay) }
  // Nothing is said of what had been gone before: by another press, or with all data of the student.
  return openDay.attending ? { view, toast: tr.text('toast-left') } : { view }
}

/** An open day as a file for a calendar; null when it is no more. */
export async function openDayCalendar(visit: Visit, openDayId: number): Promise<CalendarFile | null> {
  const { repos, student, tr, now } = visit
  const openDay = await repos.openDays.find(student.chatId, openDayId)
  if (openDay === null) return null
  const title = displayName(inLanguage(tr, openDay.title))
  return {
    event: calendarEvent(tr, openDay, now),
    fileName: `open-day-${openDay.date}.ics`,
    caption: tr.text('open-day-calendar', { title, when: openDayWhen(tr, openDay, now) }),
  }
}

function goneView(visit: Visit, place: ListPlace | null): Promise<View> {
  return showOpenDays(visit, place ?? FIRST_PLACE)
}

/** Promises only the reminders that will come. */
async function attendingToast({ repos, student, tr, now }: Visit, { date }: OpenDay): Promise<string> {
  const { openDays } = await repos.notificationSettings.of(student.chatId)
  if (!student.notificationsEnabled || !openDays) return tr.text('toast-attending-muted')
  const ahead = remindersAhead(date, now)
  if (ahead.length === 0) return tr.text('toast-attending')
  return tr.text(ahead.length > 1 ? 'toast-attending-both' : 'toast-attending-day')
}
