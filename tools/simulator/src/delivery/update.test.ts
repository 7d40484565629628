import { expect, it } from 'vitest'
import { DEFAULT_KINDS, laneOf, lifeSpan } from './update.ts'

it.each([
  ['message', 'chat:7'],
  ['edited_message', 'chat:7'],
  ['callback_query', 'press:5'],
  ['my_chat_member', 'my_chat_member:7'],
  ['message_reaction', 'message_reaction:5'],
])('queues %s in %s', (kind, lane) => {
  expect(laneOf(kind, { chatId: 7, userId: 5 })).toBe(lane)
})

it('expires messages after a day and presses after 150 seconds', () => {
  expect(lifeSpan('message')).toBe(86_400_000)
  expect(lifeSpan('callback_query')).toBe(150_000)
})

it('leaves three kinds out of the default', () => {
  expect(DEFAULT_KINDS).toContain('my_chat_member')
  expect(DEFAULT_KINDS).not.toContain('chat_member')
})
