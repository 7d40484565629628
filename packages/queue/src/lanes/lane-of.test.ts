import { describe, expect, it } from 'vitest'
import { laneOf } from './lane-of.ts'

const chat = { id: 42, type: 'private' }
const from = { id: 7 }

describe('laneOf', () => {
  it.each([
    ['a message travels with its chat', { message: { chat, from } }, '42'],
    ['a group message travels with the group', { message: { chat: { id: -100123 }, from } }, '-100123'],
    [
      'a button press travels with the chat of its message',
      { callback_query: { from, message: { chat } } },
      '42',
    ],
    [
      'a press under an inline message travels with the user',
      { callback_query: { from, inline_message_id: 'x' } },
      '7',
    ],
    ['a block travels with the chat', { my_chat_member: { chat, from } }, '42'],
    ['an inline query travels with the user', { inline_query: { from, query: '' } }, '7'],
    ['a kind of update we do not know yet travels with its chat', { something_new: { chat } }, '42'],
    ['a reaction without a chat travels with the user', { some_reaction: { user: from } }, '7'],
    ['a poll has a lane of its own', { poll: { id: 'p' } }, 'u9'],
    ['ids beyond 32 bits stay whole', { message: { chat: { id: 4503599627370495 } } }, '4503599627370495'],
    ['nonsense has a lane of its own', { message: { chat: { id: 'x' } } }, 'u9'],
    [
      'an emergency stop waits behind nothing',
      { message: { chat, from, text: '/StopSending@abitly_bot ' } },
      'u9',
    ],
    ['other commands travel with their chat', { message: { chat, from, text: '/stop sending' } }, '42'],
    ['an empty update has a lane of its own', {}, 'u9'],
  ])('%s', (_what, update, lane) => {
    expect(laneOf({ update_id: 9, ...update })).toBe(lane)
  })
})
