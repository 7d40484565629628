import { expect, it } from 'vitest'
import { createUpdates } from './updates.ts'
import type { Updates } from './updates.ts'

let now = Date.UTC(2026, 10, 21)
const fresh = (): Updates =>
  createUpdates({ now: () => now, changed: () => undefined, delivered: () => undefined })

it('publishes only the kinds the bot asked for', () => {
  const updates = fresh()
  expect(updates.publish('chat_member', {}, { chatId: 1 })).toBeUndefined()
  updates.allowed.kinds = ['chat_member']
  expect(updates.publish('chat_member', {}, { chatId: 1 })?.kind).toBe('chat_member')
  expect(updates.publish('message', {}, { chatId: 1 })).toBeUndefined()
})

it('numbers updates one by one and writes the body once', () => {
  const updates = fresh()
  const first = updates.publish('message', { text: 'x' }, { chatId: 1 })
  const second = updates.publish('message', { text: 'y' }, { chatId: 1 })
  expect(second?.id).toBe((first?.id ?? 0) + 1)
  expect(JSON.parse(first?.body ?? '')).toEqual({ update_id: first?.id, message: { text: 'x' } })
})

it('forgets what nobody fetched in time', () => {
  const updates = fresh()
  updates.publish('callback_query', {}, { userId: 1 })
  updates.publish('message', {}, { chatId: 1 })
  now += 150_001
  expect(updates.pending().map((update) => update.kind)).toEqual(['message'])
  expect(updates.log().map((delivery) => delivery.state)).toEqual(['pending', 'expired'])
})

it('loses updates beyond 100 000', () => {
  const updates = fresh()
  for (let n = 0; n < 100_000; n += 1) updates.publish('message', 0, { chatId: n })
  expect(updates.publish('message', 0, { chatId: 1 })).toBeUndefined()
  expect(updates.count()).toBe(100_000)
})
