import { expect, it } from 'vitest'
import { createMessages } from './messages.ts'
import type { Messages } from './messages.ts'
import { splitMessages } from './split-messages.ts'

const CROWD_FROM = 1000

function fill(crowdKept: number): Messages {
  const messages = splitMessages({
    people: createMessages(20),
    crowd: createMessages(crowdKept),
    isCrowd: (chatId) => chatId >= CROWD_FROM,
  })
  const common = { from: 0, date: 0, entities: [], silent: false, protected: false }
  for (const chatId of [1, 1, ...Array.from({ length: 500 }, (_, n) => CROWD_FROM + n)]) {
    messages.add({ ...common, chatId, messageId: messages.nextId() })
  }
  return messages
}

it('never lets a crowd push out what somebody else reads', () => {
  const messages = fill(30)
  expect(messages.ofChat(1).map(({ messageId }) => messageId)).toEqual([1, 2])
  expect(messages.all()).toHaveLength(2 + 30)
  expect(messages.find(CROWD_FROM + 499, 502)).toBeDefined()
  messages.forgetChat(CROWD_FROM + 499)
  expect(messages.all()).toHaveLength(2 + 29)
})

it('can keep nothing of a crowd', () => {
  expect(fill(0).all()).toHaveLength(2)
})

it('puts each message back where it belongs', () => {
  const before = fill(30)
  const after = splitMessages({
    people: createMessages(20),
    crowd: createMessages(5),
    isCrowd: (chatId) => chatId >= CROWD_FROM,
  })
  after.restore(before.all(), before.lastId())
  expect(after.all()).toHaveLength(2 + 5)
  expect(after.nextId()).toBe(503)
})
