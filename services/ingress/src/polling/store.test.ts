import type { LaneInlet } from '@abitly/queue'
import { createLogger } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeBatch } from './store.ts'

const logger = createLogger({ service: 'test', level: 'silent' })
const accept = vi.fn<LaneInlet['accept']>()
const keepUnreadable = vi.fn<(reason: string, body: Buffer) => Promise<void>>()
const memory = { full: vi.fn(() => false) }
const count = vi.fn<(result: string) => void>()
const updates = [1, 2, 3].map((id) => ({ update_id: id, message: { text: 'їжак' } }))
const store = (batch: readonly unknown[], goesOn = () => true) =>
  storeBatch(batch, { inlet: { accept }, keepUnreadable, memory, count, logger }, goesOn)
const stored = () => accept.mock.calls.map(([update]) => update.update_id)

beforeEach(() => {
  vi.useFakeTimers()
  accept.mockReset().mockResolvedValue('stored')
  keepUnreadable.mockReset().mockResolvedValue()
  memory.full.mockReset().mockReturnValue(false)
  count.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a batch', () => {
  it('goes into the lanes one by one, in its order, as it came', async () => {
    expect(await store(updates)).toBe(true)
    expect(accept.mock.calls).toEqual(updates.map((update) => [update, JSON.stringify(update)]))
    expect(count.mock.calls).toEqual([['stored'], ['stored'], ['stored']])
  })

  it('waits at the update that Redis does not take, however long, and goes on behind it', async () => {
    accept.mockResolvedValueOnce('stored')
    for (let i = 0; i < 20; i += 1) accept.mockRejectedValueOnce(new Error('Redis is away'))
    const whole = store(updates)
    await vi.advanceTimersByTimeAsync(9_000)
    expect(new Set(stored())).toEqual(new Set([1, 2]))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await whole).toBe(true)
    expect(stored().slice(-2)).toEqual([2, 3])
    expect(count).toHaveBeenCalledTimes(3)
  })

  it('waits while Redis is too full', async () => {
    memory.full.mockReturnValue(true)
    const whole = store(updates)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stored()).toEqual([])
    memory.full.mockReturnValue(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await whole).toBe(true)
  })

  it('is left where it is when the poller stops', async () => {
    expect(await store(updates, () => stored().length < 2)).toBe(false)
    expect(stored()).toEqual([1, 2])
  })

  it('sets aside what is no update, and stores the rest', async () => {
    let deep: unknown = 1
    for (let level = 0; level < 50_000; level += 1) deep = [deep]
    const batch = [{ hello: 1 }, updates[0], { update_id: 5, deep }, null, updates[1]]
    expect(await store(batch)).toBe(true)
    expect(stored()).toEqual([1, 2])
    expect(keepUnreadable.mock.calls.map(([, body]) => body.toString())).toEqual(['{"hello":1}', '', 'null'])
    expect(count.mock.calls.flat()).toEqual(['unreadable', 'stored', 'unreadable', 'unreadable', 'stored'])
  })

  it('confirms nothing that could be neither stored nor set aside', async () => {
    keepUnreadable.mockRejectedValueOnce(new Error('Redis is away'))
    const whole = store([{ hello: 1 }])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await whole).toBe(true)
    expect(keepUnreadable).toHaveBeenCalledTimes(2)
  })
})
