import { expect, it } from 'vitest'
import { MESSAGES_KEPT_PER_CHAT, createMessages } from './messages.ts'

it('keeps the last messages of each chat', () => {
  const messages = createMessages()
  const common = { from: 0, date: 0, entities: [], silent: false, protected: false }
  for (let n = 0; n < MESSAGES_KEPT_PER_CHAT + 5; n += 1) {
    messages.add({ ...common, chatId: 1, messageId: messages.nextId(), text: 'x' })
  }
  expect(messages.ofChat(1)).toHaveLength(MESSAGES_KEPT_PER_CHAT)
  expect(messages.find(1, 5)).toBeUndefined()
  expect(messages.find(1, 6)?.text).toBe('x')
  expect(messages.remove(1, 6)).toBe(true)
  expect(messages.remove(1, 6)).toBe(false)
})

it('keeps no more than so many of all chats together, the newest of each', () => {
  const messages = createMessages(30)
  for (let n = 0; n < 300; n += 1) {
    const messageId = messages.nextId()
    messages.add({
      chatId: n % 10,
      messageId,
      from: 0,
      date: 0,
      entities: [],
      silent: false,
      protected: false,
    })
  }
  expect(messages.all()).toHaveLength(30)
  expect(messages.ofChat(7).at(-1)?.messageId).toBe(298)
})
