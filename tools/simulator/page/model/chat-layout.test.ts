import { describe, expect, it } from 'vitest'
import type { SimMessage } from '../page-api.ts'
import { layOutChat } from './chat-layout.ts'

const NOON = Date.parse('2026-01-24T10:00:00Z') / 1000

function message(messageId: number, from: number, date: number, more: Partial<SimMessage> = {}): SimMessage {
  return { chatId: 3, messageId, from, date, text: String(messageId), ...more }
}

/** Groups as text: `1 2|3` is a group of two and a group of one; days are separated by a double bar. */
function groups(messages: readonly SimMessage[]): string {
  return layOutChat(messages, 3)
    .map((day) =>
      day.messages
        .map(
          (one) =>
            `${one.firstOfGroup ? '[' : ''}${String(one.message.messageId)}${one.lastOfGroup ? ']' : ''}`,
        )
        .join(' '),
    )
    .join(' || ')
}

describe('layOutChat', () => {
  it('groups bubbles of one sender', () => {
    expect(groups([message(1, 0, NOON), message(2, 0, NOON + 5), message(3, 3, NOON + 9)])).toBe('[1 2] [3]')
  })

  it('begins a new group after five quiet minutes', () => {
    expect(groups([message(1, 0, NOON), message(2, 0, NOON + 300), message(3, 0, NOON + 601)])).toBe(
      '[1 2] [3]',
    )
  })

  it('ends a group with a keyboard', () => {
    const keyboard = { inlineKeyboard: [[{ text: 'Стежити', callback_data: 't' }]] }
    expect(groups([message(1, 0, NOON), message(2, 0, NOON + 1, keyboard), message(3, 0, NOON + 2)])).toBe(
      '[1 2] [3]',
    )
    expect(groups([message(1, 0, NOON, { inlineKeyboard: [] }), message(2, 0, NOON)])).toBe('[1 2]')
  })

  it('divides at midnight in Kyiv, and groups with it', () => {
    const midnight = Date.parse('2026-01-24T22:00:00Z') / 1000
    const messages = [message(1, 0, midnight - 1), message(2, 0, midnight)]
    expect(groups(messages)).toBe('[1] || [2]')
    expect(layOutChat(messages, 3).map(({ key }) => key)).toEqual(['2026-01-24', '2026-01-25'])
  })

  it('tells whose bubbles they are', () => {
    const [day] = layOutChat([message(1, 3, NOON), message(2, 0, NOON), message(3, 4, NOON)], 3)
    expect(day?.messages.map(({ mine }) => mine)).toEqual([true, false, false])
  })

  it('has nothing to say about an empty chat', () => {
    expect(layOutChat([], 3)).toEqual([])
  })
})
