import type { Language } from '@abitly/database'
import { sendView } from '../bot/view-reply.ts'
import type { View } from '../use-cases/view.ts'
import type {
  CampaignContent,
  DeliveryContent,
  MessageContent,
  OpenDayEvent,
  OpenDaysContent,
} from './content.ts'

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

/** Writes the message about edited open days in one language. */
export type OpenDayView = (language: Language, events: readonly OpenDayEvent[]) => View

/**
 * The call that sends a campaign's content to one chat: previews, test sends and deliveries are made alike.
 * @param openDayView needed for contents of the kind 'open-days' only
 */
export function contentCall(content: MessageContent, to: ContentRecipient): ContentCall
export function contentCall(
  content: CampaignContent,
  to: ContentRecipient,
  openDayView: OpenDayView,
): ContentCall
export function contentCall(
  content: CampaignContent,
  to: ContentRecipient,
  openDayView?: OpenDayView,
): ContentCall {
  const chatId = Number(to.chatId)
  const { method, payload } =
    content.kind === 'open-days'
      ? openDaysCall(content, to.language, chatId, openDayView)
      : messageCall(content, chatId)
  return { method, payload: to.silent === true ? { ...payload, disable_notification: true } : payload }
}

/**
 * The content as one recipient gets it: only the open days its delivery names.
 * @throws Error when the campaign lacks one of them: a mistake of whoever planned it
 */
export function contentFor(content: CampaignContent, delivery: DeliveryContent | null): CampaignContent {
  if (content.kind !== 'open-days') return content
  const edits = delivery?.edits ?? []
  const events = edits.map(({ openDayId, editedAt }) => {
    const event = content.events.find(
      (one) => one.openDayId === openDayId && sameMoment(one.editedAt, editedAt),
    )
    if (event === undefined) throw new Error(`The campaign does not tell of open day ${openDayId}`)
    return event
  })
  if (events.length === 0) throw new Error('The delivery names no open day')
  return { ...content, events }
}

function sameMoment(left: string, right: string): boolean {
  return Date.parse(left) === Date.parse(right)
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

function openDaysCall(
  { events }: OpenDaysContent,
  language: Language,
  chatId: number,
  openDayView: OpenDayView | undefined,
): ContentCall {
  if (openDayView === undefined) throw new Error('Open days can only be told with a view of them')
  return { method: 'sendMessage', payload: sendView(chatId, openDayView(language, events)).payload }
}
