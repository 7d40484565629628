import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PostResult } from './post.ts'
import type { Update } from './update.ts'
import { createUpdates } from './updates.ts'
import type { Updates } from './updates.ts'
import { WebhookSender } from './webhook-sender.ts'

const OK: PostResult = { status: 200, reason: 'OK' }
const BUSY: PostResult = { status: 503, reason: 'Service Unavailable' }

interface Flight {
  id: number
  answer(result: PostResult): Promise<void>
}

let updates: Updates
let flights: Flight[]
let delivered: Update[]
let errors: string[]
let sender: WebhookSender

function start(maxConnections = 40): void {
  const post = (body: string): Promise<PostResult> =>
    new Promise((resolve) => {
      flights.push({
        id: (JSON.parse(body) as { update_id: number }).update_id,
        async answer(result) {
          resolve(result)
          await vi.advanceTimersByTimeAsync(0)
        },
      })
    })
  sender = new WebhookSender({
    updates,
    poster: { post, close: () => undefined },
    maxConnections,
    retryBaseMs: 2000,
    now: Date.now,
    random: () => 0,
    failed: (text) => errors.push(text),
  })
  updates.onPublished((update) => sender.accept(update))
}

const message = (chatId: number): number =>
  updates.publish('message', {}, { chatId, userId: chatId })?.id ?? 0
const press = (userId: number): number =>
  updates.publish('callback_query', {}, { chatId: userId, userId })?.id ?? 0
const inFlight = (): number[] => flights.map((flight) => flight.id)

beforeEach(() => {
  vi.useFakeTimers()
  flights = []
  delivered = []
  errors = []
  updates = createUpdates({
    now: Date.now,
    changed: () => undefined,
    delivered: (update) => delivered.push(update),
  })
})
afterEach(() => {
  sender.stop()
  vi.useRealTimers()
})

describe('WebhookSender', () => {
  it('sends the messages of a chat one at a time, those of other chats meanwhile', async () => {
    start()
    const [a1, a2, b1] = [message(1), message(1), message(2)]
    expect(inFlight()).toEqual([a1, b1])
    await flights[0]?.answer(OK)
    expect(inFlight()).toEqual([a1, b1, a2])
  })

  it('lets a press overtake a message that is not accepted', async () => {
    start()
    const [first, pressed] = [message(1), press(1)]
    expect(inFlight()).toEqual([first, pressed])
    await flights[1]?.answer(OK)
    expect(delivered.map((update) => update.id)).toEqual([pressed])
  })

  it('never has more in flight than there are connections', async () => {
    start(2)
    const [a, b, c] = [message(1), message(2), message(3)]
    expect(inFlight()).toEqual([a, b])
    await flights[1]?.answer(OK)
    expect(inFlight()).toEqual([a, b, c])
  })

  it('holds a chat back until its head is accepted: at once, then after 2, 4, 8 s', async () => {
    start()
    const [first, second] = [message(1), message(1)]
    await flights[0]?.answer(BUSY)
    expect(inFlight()).toEqual([first, first])
    for (const [index, seconds] of [2, 4, 8].entries()) {
      await flights[index + 1]?.answer(BUSY)
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
      expect(flights).toHaveLength(index + 2)
      await vi.advanceTimersByTimeAsync(1)
      expect(flights).toHaveLength(index + 3)
    }
    await flights[4]?.answer(OK)
    expect(inFlight().slice(-2)).toEqual([first, second])
    expect(errors.at(-1)).toBe('Wrong response from the webhook: 503 Service Unavailable')
    expect(updates.log()[1]).toMatchObject({
      updateId: first,
      attempts: 5,
      lastStatus: 200,
      state: 'delivered',
    })
  })

  it('counts a redirect as a failure and 204 as success', async () => {
    start()
    message(1)
    await flights[0]?.answer({ status: 302, reason: 'Found' })
    expect(updates.count()).toBe(1)
    await flights[1]?.answer({ status: 204, reason: 'No Content' })
    expect(updates.count()).toBe(0)
  })

  it('waits as long as Retry-After says', async () => {
    start()
    message(1)
    await flights[0]?.answer({ ...BUSY, retryAfter: '30' })
    await vi.advanceTimersByTimeAsync(29_999)
    expect(flights).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(flights).toHaveLength(2)
  })

  it('drops a press after 150 s and goes on with the next', async () => {
    start()
    const [stale, fresh] = [press(1), press(1)]
    await flights[0]?.answer({ ...BUSY, retryAfter: '200' })
    expect(updates.find(stale)?.state).toBe('expired')
    await vi.advanceTimersByTimeAsync(0)
    expect(inFlight()).toEqual([stale, fresh])
  })

  it('drops a message that nobody took for a day', async () => {
    start()
    message(1)
    for (let hour = 0; hour < 24; hour += 1) {
      await flights[hour]?.answer({ ...BUSY, retryAfter: '3600' })
      await vi.advanceTimersByTimeAsync(3_600_000)
    }
    expect(updates.log()[0]?.state).toBe('expired')
  })

  it('sends what waited before it was there, in order', () => {
    const [first, , other] = [message(1), message(1), message(2)]
    start()
    expect(inFlight()).toEqual([first, other])
  })

  it('can be told to hurry', async () => {
    start()
    const id = message(1)
    await flights[0]?.answer(BUSY)
    await flights[1]?.answer(BUSY)
    const update = updates.find(id)
    if (update !== undefined) sender.hurry(update)
    expect(flights).toHaveLength(3)
  })

  it('delivers again what is revived, with the same id', async () => {
    start()
    const id = message(1)
    await flights[0]?.answer(OK)
    const update = updates.find(id)
    if (update !== undefined) updates.revive(update)
    await vi.advanceTimersByTimeAsync(0)
    expect(inFlight()).toEqual([id, id])
  })
})
