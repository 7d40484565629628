import type { QuietHours } from '@abitly/database'
import { NOTIFICATION_KINDS } from '../../use-cases/notifications/notification-kind.ts'
import type { NotificationKind } from '../../use-cases/notifications/notification-kind.ts'
import { unpackNumber } from './whole-number.ts'

const KIND_CODES: Readonly<Record<NotificationKind, string>> = { openDays: 'o', offerChanges: 'c', news: 'n' }
const LAST_HOUR = 23

/** A kind of news as one field. */
export function packNotificationKind(kind: NotificationKind): string {
  return KIND_CODES[kind]
}

/** The kind back; null for anything we have not packed. */
export function unpackNotificationKind(code: string | undefined): NotificationKind | null {
  return NOTIFICATION_KINDS.find((kind) => KIND_CODES[kind] === code) ?? null
}

/** Hours as two fields; null: none. */
export function packHours(hours: QuietHours | null): string[] {
  return hours === null ? [] : [hours.from.toString(36), hours.until.toString(36)]
}

/** The hours back; null without fields; undefined for anything we have not packed. */
export function unpackHours(fields: readonly string[]): QuietHours | null | undefined {
  if (fields.length === 0) return null
  const [from, until] = [unpackNumber(fields[0]), unpackNumber(fields[1])]
  if (from === null || until === null || from > LAST_HOUR || until > LAST_HOUR) return undefined
  return { from, until }
}
