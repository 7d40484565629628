import { describe, expect, it } from 'vitest'
import { contentCall } from './content-call.ts'
import { campaignContent } from './content.ts'
import type { MessageContent } from './content.ts'
import type { RecipientContent } from './recipient-content.ts'
import { openDay } from './testing/open-day.ts'
import { offerChange } from './testing/offer-change.ts'
import { reminder } from './testing/reminder.ts'

const to = { chatId: 5n, language: 'uk' as const }
const buttons = [[{ text: 'Сайт', url: 'https://example.com' }]]
const text: MessageContent = {
  kind: 'text',
  text: 'Привіт',
  entities: [{ type: 'bold', offset: 0, length: 6 }],
  buttons: [],
}

describe('the call that sends a content', () => {
  it('sends a text with its formatting and without previews of links', () => {
    expect(contentCall(text, to)).toEqual({
      method: 'sendMessage',
      payload: {
        chat_id: 5,
        text: 'Привіт',
        entities: [{ type: 'bold', offset: 0, length: 6 }],
        link_preview_options: { is_disabled: true },
      },
    })
  })

  it('sends a photo with its caption', () => {
    const photo: MessageContent = { kind: 'photo', fileId: 'F', caption: 'c', entities: [], buttons }
    expect(contentCall(photo, to)).toEqual({
      method: 'sendPhoto',
      payload: {
        chat_id: 5,
        photo: 'F',
        caption: 'c',
        caption_entities: [],
        reply_markup: { inline_keyboard: buttons },
      },
    })
  })

  it('copies any other message', () => {
    const copy: MessageContent = { kind: 'copy', chatId: 9, messageId: 3, buttons: [] }
    expect(contentCall(copy, to)).toEqual({
      method: 'copyMessage',
      payload: { chat_id: 5, from_chat_id: 9, message_id: 3 },
    })
  })

  it.each<[string, MessageContent]>([
    ['text', text],
    ['photo', { kind: 'photo', fileId: 'F', caption: '', entities: [], buttons: [] }],
    ['copy', { kind: 'copy', chatId: 9, messageId: 3, buttons: [] }],
  ])('makes no sound when it is to be silent: %s', (_kind, content) => {
    expect(contentCall(content, { ...to, silent: true }).payload).toMatchObject({
      disable_notification: true,
    })
    expect(contentCall(content, to).payload).not.toHaveProperty('disable_notification')
  })

  const views = {
    openDayView: (language: string, events: readonly { openDayId: number }[]) => ({
      text: `edited ${language}: ${events.map(({ openDayId }) => openDayId).join()}`,
    }),
    reminderView: (language: string, reminders: readonly { openDayId: number }[]) => ({
      text: `near ${language}: ${reminders.map(({ openDayId }) => openDayId).join()}`,
    }),
    digestView: (language: string, changes: readonly { offerId: number }[]) => ({
      text: `changed ${language}: ${changes.map(({ offerId }) => offerId).join()}`,
    }),
  }

  it.each<[RecipientContent, string]>([
    [{ kind: 'open-days', events: [openDay(1), openDay(2)] }, 'edited en: 1,2'],
    [{ kind: 'reminders', reminders: [reminder(3), reminder(4)] }, 'near en: 3,4'],
    [{ kind: 'digest', changes: [offerChange(5), offerChange(6)] }, 'changed en: 5,6'],
  ])('tells of open days in the language of the recipient: $kind', (content, expected) => {
    const { method, payload } = contentCall(content, { ...to, language: 'en' }, views)
    expect(method).toBe('sendMessage')
    expect(payload).toMatchObject({ chat_id: 5, text: expected, parse_mode: 'HTML' })
  })
})

describe('stored content', () => {
  it('keeps what Telegram adds to an entity', () => {
    const entity = { type: 'text_link', offset: 0, length: 1, url: 'https://example.com' }
    expect(campaignContent.parse({ kind: 'text', text: 'a', entities: [entity] })).toMatchObject({
      entities: [entity],
      buttons: [],
    })
  })

  it.each([
    {},
    { kind: 'video' },
    { kind: 'text', text: '' },
    { kind: 'open-days', events: [] },
    { kind: 'reminders', day: '2026-01-23', events: [] },
  ])('%j is refused', (content) => {
    expect(campaignContent.safeParse(content).success).toBe(false)
  })
})
