import type { SimMessage } from '../page-api.ts'
import { dayKey } from './kyiv-time.ts'

/** A message and its place in the run of bubbles of one sender. */
export interface PlacedMessage {
  message: SimMessage
  /** Sent by the person who is being played. */
  mine: boolean
  firstOfGroup: boolean
  lastOfGroup: boolean
}

/** The messages of one calendar day in Kyiv. */
export interface ChatDay {
  /** Such as 2026-01-24. */
  key: string
  messages: PlacedMessage[]
}

/** Seconds of silence after which bubbles of one sender stand apart. */
const GROUP_GAP = 300

/** Divides a chat (oldest message first) into days, and each day into groups of bubbles by sender. */
export function layOutChat(messages: readonly SimMessage[], me: number): ChatDay[] {
  const days: ChatDay[] = []
  messages.forEach((message, index) => {
    const key = dayKey(message.date)
    const day = days.at(-1)?.key === key ? days.at(-1) : undefined
    const placed = {
      message,
      mine: message.from === me,
      firstOfGroup: day === undefined || !together(messages[index - 1], message),
      lastOfGroup: !continues(message, messages[index + 1], key),
    }
    if (day === undefined) days.push({ key, messages: [placed] })
    else day.messages.push(placed)
  })
  return days
}

function continues(message: SimMessage, next: SimMessage | undefined, key: string): boolean {
  return next !== undefined && dayKey(next.date) === key && together(message, next)
}

/** A keyboard ends a group: the next bubble must not look like a part of it. */
function together(before: SimMessage | undefined, after: SimMessage): boolean {
  if (before === undefined || before.from !== after.from) return false
  return (before.inlineKeyboard ?? []).length === 0 && after.date - before.date <= GROUP_GAP
}
