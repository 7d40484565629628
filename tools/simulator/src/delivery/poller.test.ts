import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Poller } from './poller.ts'
import type { PollResult } from './poller.ts'
import { createUpdates } from './updates.ts'
import type { Updates } from './updates.ts'

let updates: Updates
let poller: Poller
const publish = (): number => updates.publish('message', {}, { chatId: 1 })?.id ?? 0
const ids = (result: PollResult): number[] | string =>
  'conflict' in result ? result.conflict : result.updates.map((update) => update.id)
const poll = (
  request: { offset?: number; limit?: number; timeoutMs?: number } = {},
): Promise<number[] | string> =>
  poller.poll({ offset: 0, limit: 100, timeoutMs: 0, onHangUp: () => undefined, ...request }).then(ids)

beforeEach(() => {
  vi.useFakeTimers()
  updates = createUpdates({ now: Date.now, changed: () => undefined, delivered: () => undefined })
  poller = new Poller(updates)
  updates.onPublished(() => poller.wake())
})
afterEach(() => {
  vi.useRealTimers()
})

describe('Poller', () => {
  it('hands out the same updates until an offset confirms them', async () => {
    const [first, second, third] = [publish(), publish(), publish()]
    expect(await poll({ limit: 2 })).toEqual([first, second])
    expect(await poll()).toEqual([first, second, third])
    expect(await poll({ offset: third })).toEqual([third])
    expect(updates.log().map((delivery) => delivery.state)).toEqual(['pending', 'delivered', 'delivered'])
  })

  it('keeps only the newest for a negative offset', async () => {
    publish()
    const last = publish()
    expect(await poll({ offset: -1 })).toEqual([last])
    expect(updates.count()).toBe(1)
  })

  it('waits for an update', async () => {
    const waiting = poll({ timeoutMs: 5000 })
    await vi.advanceTimersByTimeAsync(1000)
    const id = publish()
    expect(await waiting).toEqual([id])
  })

  it('answers empty when time is up', async () => {
    const waiting = poll({ timeoutMs: 5000 })
    await vi.advanceTimersByTimeAsync(5000)
    expect(await waiting).toEqual([])
  })

  it('lets the later of two callers win', async () => {
    const first = poll({ timeoutMs: 5000 })
    const second = poll({ timeoutMs: 5000 })
    expect(await first).toBe(
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    const id = publish()
    expect(await second).toEqual([id])
  })

  it('ends a waiting caller when a webhook is set', async () => {
    const waiting = poll({ timeoutMs: 5000 })
    poller.end('Conflict: terminated by setWebhook request')
    expect(await waiting).toBe('Conflict: terminated by setWebhook request')
  })

  it('keeps the update when the caller hangs up', async () => {
    let hangUp = (): void => undefined
    const waiting = poller.poll({
      offset: 0,
      limit: 1,
      timeoutMs: 5000,
      onHangUp: (listener) => (hangUp = listener),
    })
    hangUp()
    publish()
    expect(ids(await waiting)).toEqual([])
    expect(updates.log()[0]).toMatchObject({ attempts: 0, state: 'pending' })
  })

  it('hands out a revived update once more although the offset is past it', async () => {
    const id = publish()
    await poll({ offset: id + 1 })
    const update = updates.find(id)
    if (update !== undefined) updates.revive(update)
    expect(await poll({ offset: id + 1 })).toEqual([id])
    expect(await poll({ offset: id + 1 })).toEqual([])
  })
})
