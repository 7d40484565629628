import type { QuietHours } from '@abitly/database'
import type { Outcome, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { withAll, withKind } from './notification-kind.ts'
import type { NotificationKind, Switches } from './notification-kind.ts'
import { notificationsView, quietHoursView } from './notifications-view.ts'

/** What reaches the student, and the switches of it. */
export async function showNotifications(visit: Visit): Promise<View> {
  return notificationsView(visit.tr, await switchesOf(visit))
}

/** Ends or resumes all messages that we begin ourselves. Twice is the same as once, like everything here. */
export async function switchAll(visit: Visit, on: boolean): Promise<View> {
  return save(visit, withAll(await switchesOf(visit), on))
}

/** Ends or resumes those of one kind. */
export async function switchKind(visit: Visit, kind: NotificationKind, on: boolean): Promise<View> {
  return save(visit, withKind(await switchesOf(visit), kind, on))
}

/** Ends those of one kind, for who presses the button under one of them. */
export async function muteKind(visit: Visit, kind: NotificationKind): Promise<Outcome> {
  return { view: await switchKind(visit, kind, false), toast: visit.tr.text('toast-muted') }
}

/** Asks for the quiet hours; `hours`: what was chosen. */
export async function chooseQuietHours(visit: Visit, hours: QuietHours | null): Promise<View> {
  const switches = await switchesOf(visit)
  if (hours === null) return quietHoursView(visit.tr, switches)
  return save(visit, { ...switches, settings: { ...switches.settings, quiet: hours } })
}

async function switchesOf({ repos, student }: Visit): Promise<Switches> {
  const settings = await repos.notificationSettings.of(student.chatId)
  return { enabled: student.notificationsEnabled, settings }
}

async function save({ repos, student, tr }: Visit, switches: Switches): Promise<View> {
  await repos.students.setNotifications(student.chatId, switches.enabled)
  await repos.notificationSettings.save(student.chatId, switches.settings)
  return notificationsView(tr, switches)
}
