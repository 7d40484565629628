import type { ReactionTypeEmoji } from 'grammy/types'
import type { PictureView } from '../use-cases/pictures/picture-view.ts'
import type { Keyboard, View } from '../use-cases/view.ts'
import { inlineKeyboard } from './keyboards/inline-keyboard.ts'
import type { CallReply } from './reply.ts'

/** An emoji that Telegram lets bots react with. */
type Reaction = ReactionTypeEmoji['emoji']

/** A view as a new message. */
export function sendView(chatId: number, view: View): CallReply {
  return { method: 'sendMessage', payload: { chat_id: chatId, ...content(view) } }
}

/** A view in place of what a message has shown so far. */
export function editView(chatId: number, messageId: number, view: View): CallReply {
  return { method: 'editMessageText', payload: { chat_id: chatId, message_id: messageId, ...content(view) } }
}

/** A picture as a new message. */
export function sendPicture(chatId: number, picture: PictureView): CallReply {
  const payload = { chat_id: chatId, ...captionOf(picture), ...markupOf(picture.keyboard) }
  return { method: 'sendPhoto', payload, picture: pictureOf(picture) }
}

/** A picture in place of another. */
export function editPicture(chatId: number, messageId: number, picture: PictureView): CallReply {
  const media = { type: 'photo', ...captionOf(picture) }
  const payload = { chat_id: chatId, message_id: messageId, media, ...markupOf(picture.keyboard) }
  return { method: 'editMessageMedia', payload, picture: pictureOf(picture) }
}

/** A message out of the chat. */
export function deleteMessage(chatId: number, messageId: number): CallReply {
  return { method: 'deleteMessage', payload: { chat_id: chatId, message_id: messageId } }
}

/** A reaction to a message of the student: a sign that it was read, where no answer follows. */
export function reactTo(chatId: number, messageId: number, emoji: Reaction): CallReply {
  const reaction = [{ type: 'emoji', emoji }]
  return { method: 'setMessageReaction', payload: { chat_id: chatId, message_id: messageId, reaction } }
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
    ...markupOf(keyboard),
  }
}

function markupOf(keyboard: Keyboard | undefined): Record<string, unknown> {
  return keyboard === undefined ? {} : { reply_markup: inlineKeyboard(keyboard) }
}

function captionOf({ caption }: PictureView): Record<string, unknown> {
  return { caption, parse_mode: 'HTML' }
}

function pictureOf({ spec, digest, subject }: PictureView): NonNullable<CallReply['picture']> {
  return { spec, digest, subject }
}
