import type { View } from '../use-cases/view.ts'
import { inlineKeyboard } from './keyboards/inline-keyboard.ts'
import type { CallReply } from './reply.ts'

/** A view as a new message. */
export function sendView(chatId: number, view: View): CallReply {
  return { method: 'sendMessage', payload: { chat_id: chatId, ...content(view) } }
}

/** A view in place of what a message has shown so far. */
export function editView(chatId: number, messageId: number, view: View): CallReply {
  return { method: 'editMessageText', payload: { chat_id: chatId, message_id: messageId, ...content(view) } }
}

/** A message without its buttons. */
export function dropKeyboard(chatId: number, messageId: number): CallReply {
  return { method: 'editMessageReplyMarkup', payload: { chat_id: chatId, message_id: messageId } }
}

function content({ text, keyboard }: View): Record<string, unknown> {
  return {
    text,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard === undefined ? {} : { reply_markup: inlineKeyboard(keyboard) }),
  }
}
