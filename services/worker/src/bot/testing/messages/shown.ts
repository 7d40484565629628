import type { InlineKeyboardMarkup } from 'grammy/types'
import type { CallReply } from '../../reply.ts'

/** What a student sees of one reply, as Telegram's HTML. */
export interface Shown {
  kind: 'message' | 'picture' | 'file' | 'toast'
  text: string
  /** Labels of buttons, row by row; ↗ behind those that lead out of the chat. */
  rows: string[][]
  /** It goes to another chat than the one that is answered. */
  elsewhere?: boolean
}

/** The replies of one moment under one title. */
export interface Entry {
  title: string
  shown: Shown[]
}

/** What a student sees of the replies to one action, and of the words over pressed buttons. */
export function shownBy(replies: readonly CallReply[], toasts: readonly (string | undefined)[]): Shown[] {
  const answered = replies[0]?.payload['chat_id']
  const messages = replies.flatMap((reply) => {
    const shown = messageOf(reply)
    return shown === null ? [] : [{ ...shown, elsewhere: reply.payload['chat_id'] !== answered }]
  })
  return [...toasts.flatMap((text) => (text === undefined ? [] : [toastOf(text)])), ...messages]
}

/** What a reply shows; null where it only takes something away. */
function messageOf({ method, payload, document, picture }: CallReply): Shown | null {
  const rows = rowsOf(payload['reply_markup'] as InlineKeyboardMarkup | undefined)
  const media = payload['media'] as { caption: string } | undefined
  const text = (payload['text'] ?? payload['caption'] ?? media?.caption ?? '') as string
  if (document !== undefined) return { kind: 'file', text: readable(`${document.fileName}\n${text}`), rows }
  if (picture !== undefined) return { kind: 'picture', text: readable(text), rows }
  if (method !== 'sendMessage' && method !== 'editMessageText') return null
  return { kind: 'message', text: readable(text), rows }
}

function toastOf(text: string): Shown {
  return { kind: 'toast', text: readable(text), rows: [] }
}

/** With plain spaces: what ties words together is not seen, and has tests of its own. */
export function readable(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')
}

function rowsOf(markup: InlineKeyboardMarkup | undefined): string[][] {
  return (markup?.inline_keyboard ?? []).map((row) =>
    row.map((button) => readable('url' in button ? `${button.text} ↗` : button.text)),
  )
}
