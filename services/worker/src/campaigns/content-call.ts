import type { Language } from '@abitly/database'
import { sendView } from '../bot/view-reply.ts'
import type { View } from '../use-cases/view.ts'
import type { MessageContent, OpenDayEvent, OpenDaysContent, Reminder } from './content.ts'
import type { OfferChange } from './offer-change.ts'
import type { RecipientContent } from './recipient-content.ts'

/** One message of a campaign as a call to the Bot API. */
export interface ContentCall {
  method: 'sendMessage' | 'sendPhoto' | 'copyMessage'
  payload: Readonly<Record<string, unknown>>
}

/** For whom a message is made. */
export interface ContentRecipient {
  chatId: bigint | number
  language: Language
  /** Arrives without sound. Default: false. */
  silent?: boolean
}

/** Writes the messages that are made for each recipient, in the recipient's language. */
export interface ContentViews {
  /** About edited open days. */
  openDayView: (language: Language, events: readonly OpenDayEvent[]) => View
  /** About open days that are near. */
  reminderView: (language: Language, reminders: readonly Reminder[]) => View
  /** About followed offers that have changed. */
  digestView: (language: Language, changes: readonly OfferChange[]) => View
}

/**
 * The call that sends a campaign's content to one chat: previews, test sends and deliveries are made alike.
 * @param views needed for contents that are made for each recipient
 */
export function contentCall(content: MessageContent, to: ContentRecipient): ContentCall
export function contentCall(
  content: MessageContent | OpenDaysContent,
  to: ContentRecipient,
  views: Pick<ContentViews, 'openDayView'>,
): ContentCall
export function contentCall(content: RecipientContent, to: ContentRecipient, views: ContentViews): ContentCall
export function contentCall(
  content: RecipientContent,
  to: ContentRecipient,
  views: Partial<ContentViews> = {},
): ContentCall {
  const { method, payload } = callOf(content, to, views)
  return { method, payload: to.silent === true ? { ...payload, disable_notification: true } : payload }
}

function callOf(
  content: RecipientContent,
  { chatId: chat, language }: ContentRecipient,
  { openDayView, reminderView, digestView }: Partial<ContentViews>,
): ContentCall {
  const chatId = Number(chat)
  if (content.kind === 'open-days') return viewCall(chatId, openDayView?.(language, content.events))
  if (content.kind === 'reminders') return viewCall(chatId, reminderView?.(language, content.reminders))
  if (content.kind === 'digest') return viewCall(chatId, digestView?.(language, content.changes))
  return messageCall(content, chatId)
}

function messageCall(content: MessageContent, chatId: number): ContentCall {
  const base = { chat_id: chatId, ...urlKeyboard(content.buttons) }
  switch (content.kind) {
    case 'text': {
      const { text, entities } = content
      const payload = { ...base, text, entities, link_preview_options: { is_disabled: true } }
      return { method: 'sendMessage', payload }
    }
    case 'photo': {
      const { fileId, caption, entities } = content
      return { method: 'sendPhoto', payload: { ...base, photo: fileId, caption, caption_entities: entities } }
    }
    case 'copy': {
      const source = { from_chat_id: content.chatId, message_id: content.messageId }
      return { method: 'copyMessage', payload: { ...base, ...source } }
    }
    default:
      return content satisfies never
  }
}

function urlKeyboard(rows: MessageContent['buttons']): { reply_markup?: unknown } {
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }
}

function viewCall(chatId: number, view: View | undefined): ContentCall {
  if (view === undefined)
    throw new Error('What is made for each recipient can only be told with a view of it')
  return { method: 'sendMessage', payload: sendView(chatId, view).payload }
}
