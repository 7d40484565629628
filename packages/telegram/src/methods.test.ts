import { describe, expect, it } from 'vitest'
import { chatOf, maySpendStars, slotsOf } from './methods.ts'

describe('slots of a call', () => {
  it.each([
    ['sendMessage', {}, 1],
    ['SENDMESSAGE', {}, 1],
    ['sendPhoto', {}, 1],
    ['copyMessage', {}, 1],
    ['forwardMessages', { message_ids: [1, 2, 3] }, 3],
    ['editMessageText', {}, 1],
    ['sendMediaGroup', { media: [{}, {}] }, 2],
    ['sendChatAction', {}, 0],
    ['answerCallbackQuery', {}, 0],
    ['setWebhook', {}, 0],
    ['deleteMessage', {}, 0],
    ['setMessageReaction', {}, 0],
    ['getMe', {}, 0],
  ])('%s %j takes %i', (method, payload, slots) => {
    expect(slotsOf(method, payload)).toBe(slots)
  })
})

describe('Stars', () => {
  it.each([
    ['sendMessage', true],
    ['sendMediaGroup', true],
    ['copyMessage', true],
    ['copyMessages', false],
    ['forwardMessage', false],
    ['editMessageText', false],
    ['sendChatAction', false],
    ['getMe', false],
  ])('%s may spend them: %s', (method, may) => expect(maySpendStars(method)).toBe(may))
})

describe('the chat of a call', () => {
  it.each([
    [{ chat_id: 5 }, 5],
    [{ chat_id: '-1001000000001' }, -1001000000001n],
    [{ chat_id: '@channel' }, null],
    [{}, null],
  ])('%j concerns %s', (payload, chat) => {
    expect(chatOf(payload)).toBe(chat)
  })
})
