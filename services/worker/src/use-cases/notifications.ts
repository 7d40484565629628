import { menuButton } from './buttons.ts'
import type { View } from './view.ts'
import type { Visit } from './visit.ts'

/** Ends or resumes the messages that we begin ourselves. Twice is the same as once. */
export async function switchNotifications({ repos, student, tr }: Visit, enabled: boolean): Promise<View> {
  await repos.students.setNotifications(student.chatId, enabled)
  if (enabled) return { text: tr.text('notifications-on'), keyboard: [[menuButton(tr)]] }
  const unmute = { text: tr.text('button-unmute'), press: { kind: 'notifications', enabled: true } } as const
  return { text: tr.text('notifications-off'), keyboard: [[unmute], [menuButton(tr)]] }
}
