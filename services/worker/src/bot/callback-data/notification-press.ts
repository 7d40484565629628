import type { QuietHours } from '@abitly/database'
import { NOTIFICATION_KINDS } from '../../use-cases/notifications/notification-kind.ts'
import type { NotificationKind } from '../../use-cases/notifications/notification-kind.ts'
import type { Press } from '../../use-cases/view.ts'
import { packFlag, unpackNumber } from './whole-number.ts'

const KIND_CODES: Readonly<Record<NotificationKind, string>> = { openDays: 'o', offerChanges: 'c', news: 'n' }
const LAST_HOUR = 23

/** The presses about what the bot may write of its own accord. */
type NotificationPress = Extract<
  Press,
  { kind: 'open-notifications' | 'notifications' | 'switch-kind' | 'mute' | 'quiet-hours' }
>

/** One of these presses as fields; the first is its code. */
export function packNotificationPress(press: NotificationPress): string[] {
  switch (press.kind) {
    case 'open-notifications':
      return ['no']
    case 'notifications':
      return ['n', packFlag(press.enabled)]
    case 'switch-kind':
      return ['nk', packFlag(press.on), packNotificationKind(press.of)]
    case 'mute':
      return ['nm', packNotificationKind(press.of)]
    case 'quiet-hours':
      return ['nq', ...packHours(press.hours)]
  }
}

/** A kind of news as one field. */
function packNotificationKind(kind: NotificationKind): string {
  return KIND_CODES[kind]
}

/** The kind back; null for anything we have not packed. */
export function unpackNotificationKind(code: string | undefined): NotificationKind | null {
  return NOTIFICATION_KINDS.find((kind) => KIND_CODES[kind] === code) ?? null
}

/** Hours as two fields; null: none. */
function packHours(hours: QuietHours | null): string[] {
  return hours === null ? [] : [hours.from.toString(36), hours.until.toString(36)]
}

/** The hours back; null without fields; undefined for anything we have not packed. */
export function unpackHours(fields: readonly string[]): QuietHours | null | undefined {
  if (fields.length === 0) return null
  const [from, until] = [unpackNumber(fields[0]), unpackNumber(fields[1])]
  if (from === null || until === null || from > LAST_HOUR || until > LAST_HOUR) return undefined
  return { from, until }
}
