import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { messageContent } from '../campaigns/content.ts'
import { readTypedMessage } from './typed-message.ts'

const message = (rest: object): Message => ({
  message_id: 7,
  date: 1,
  chat: { id: 500, type: 'private', first_name: 'О' },
  ...rest,
})

const PHOTO = [{ file_id: 'small' }, { file_id: 'large' }]
const COPY = { kind: 'copy', chatId: 500, messageId: 7, buttons: [] }

describe('readTypedMessage', () => {
  it('keeps a text and its formatting exactly', () => {
    const entities = [
      { type: 'bold', offset: 0, length: 3 },
      { type: 'text_link', offset: 4, length: 2, url: 'https://abitly.org' },
      { type: 'custom_emoji', offset: 7, length: 2, custom_emoji_id: '5' },
    ]
    const text = 'Дні  відкритих\n\nдверей 🎓 <b>'
    const typed = readTypedMessage(message({ text, entities }))
    const content = { kind: 'text', text, entities, buttons: [] }
    expect(typed).toEqual({ kind: 'content', content, text })
    expect(messageContent.parse(content)).toEqual(content)
  })

  it('takes the largest size of a photo, with its caption', () => {
    const caption_entities = [{ type: 'italic', offset: 0, length: 4 }]
    expect(readTypedMessage(message({ photo: PHOTO, caption: 'Фото', caption_entities }))).toEqual({
      kind: 'content',
      content: { kind: 'photo', fileId: 'large', caption: 'Фото', entities: caption_entities, buttons: [] },
      text: null,
    })
  })

  it.each([
    ['a photo under a cover', { photo: PHOTO, has_media_spoiler: true }],
    ['a photo below its caption', { photo: PHOTO, caption: 'x', show_caption_above_media: true }],
    ['a video', { video: {} }],
    ['a sticker', { sticker: {} }],
    ['a voice message', { voice: {} }],
    ['a poll', { poll: { type: 'regular' } }],
    ['a place', { location: {} }],
  ])('copies %s', (_name, rest) => {
    expect(readTypedMessage(message(rest))).toEqual({ kind: 'content', content: COPY, text: null })
  })

  it.each([
    ['a quiz', { poll: { type: 'quiz' } }],
    ['a new title', { new_chat_title: 'x' }],
    ['a pinned message', { pinned_message: {} }],
    ['an invoice', { invoice: {} }],
    ['a giveaway', { giveaway: {} }],
    ['something of the future', { hologram: {} }],
  ])('refuses %s, which Telegram does not copy', (_name, rest) => {
    expect(readTypedMessage(message(rest))).toEqual({ kind: 'not-copyable' })
  })

  it('refuses an album, and a caption that only paying people may write', () => {
    expect(readTypedMessage(message({ photo: PHOTO, media_group_id: 'g' }))).toEqual({
      kind: 'album',
      groupId: 'g',
    })
    expect(readTypedMessage(message({ photo: PHOTO, caption: 'x'.repeat(1025) }))).toEqual({
      kind: 'caption-too-long',
      length: 1025,
    })
    expect(readTypedMessage(message({ photo: PHOTO, caption: 'x'.repeat(1024) })).kind).toBe('content')
  })
})
