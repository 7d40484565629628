import { describe, expect, it } from 'vitest'
import { contentCall, contentFor } from './content-call.ts'
import { campaignContent } from './content.ts'
import type { CampaignContent, MessageContent } from './content.ts'
import { openDay } from './testing/open-day.ts'

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

  it('tells of open days in the language of the recipient', () => {
    const content: CampaignContent = { kind: 'open-days', events: [openDay(1), openDay(2)] }
    const { method, payload } = contentCall(content, { ...to, language: 'en' }, (language, events) => ({
      text: `${language}: ${events.map(({ openDayId }) => openDayId).join()}`,
    }))
    expect(method).toBe('sendMessage')
    expect(payload).toMatchObject({ chat_id: 5, text: 'en: 1,2', parse_mode: 'HTML' })
  })
})

describe('what one recipient is told', () => {
  const content: CampaignContent = { kind: 'open-days', events: [openDay(1), openDay(2)] }
  const edit = (openDayId: number, editedAt = openDay(openDayId).editedAt) => ({ openDayId, editedAt })

  it('is the open days of its delivery, in that order', () => {
    expect(contentFor(content, { edits: [edit(2), edit(1)] })).toEqual({
      kind: 'open-days',
      events: [openDay(2), openDay(1)],
    })
  })

  it.each([
    ['an open day the campaign does not know', { edits: [edit(3)] }],
    ['another edit of it', { edits: [edit(1, '2020-01-01T00:00:00.000Z')] }],
    ['nothing', null],
  ])('is refused when its delivery names %s', (_what, delivery) => {
    expect(() => contentFor(content, delivery)).toThrow()
  })

  it('is the same for everybody in a broadcast', () => expect(contentFor(text, null)).toBe(text))
})

describe('stored content', () => {
  it('keeps what Telegram adds to an entity', () => {
    const entity = { type: 'text_link', offset: 0, length: 1, url: 'https://example.com' }
    expect(campaignContent.parse({ kind: 'text', text: 'a', entities: [entity] })).toMatchObject({
      entities: [entity],
      buttons: [],
    })
  })

  it.each([{}, { kind: 'video' }, { kind: 'text', text: '' }, { kind: 'open-days', events: [] }])(
    '%j is refused',
    (content) => {
      expect(campaignContent.safeParse(content).success).toBe(false)
    },
  )
})
