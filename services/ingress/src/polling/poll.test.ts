import { createLogger } from '@abitly/runtime'
import type { SendOutcome } from '@abitly/telegram'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { poll } from './poll.ts'

type Answer = SendOutcome | Error | 'hangs'

const logger = createLogger({ service: 'test', level: 'silent' })
const OK: SendOutcome = { kind: 'sent', result: true }
const OTHER: SendOutcome = { kind: 'rejected', code: 409, reason: 'terminated by other getUpdates request' }
const WEBHOOK: SendOutcome = { kind: 'rejected', code: 409, reason: 'while webhook is active' }
const REFUSED: SendOutcome = { kind: 'unreachable', code: 401, reason: 'Unauthorized' }
const batchOf = (...ids: unknown[]): SendOutcome => ({
  kind: 'sent',
  result: ids.map((id) => ({ update_id: id })),
})

/** A Telegram that gives these answers in turn, and then holds the last call back as a long poll does. */
function telegram(...answers: Answer[]) {
  const calls: { method: string; payload: Readonly<Record<string, unknown>>; at: number }[] = []
  const call = vi.fn(
    async (
      method: string,
      payload: Readonly<Record<string, unknown>>,
      options?: { signal?: AbortSignal },
    ): Promise<SendOutcome> => {
      calls.push({ method, payload, at: Date.now() })
      const answer = answers.shift() ?? 'hangs'
      if (answer instanceof Error) throw answer
      if (answer !== 'hangs') return answer
      return await new Promise((resolve) => {
        options?.signal?.addEventListener('abort', () => resolve({ kind: 'unknown', reason: 'aborted' }))
      })
    },
  )
  return { calls, call, getMe: vi.fn(() => Promise.reject(new Error('Unauthorized'))) }
}

let ending: AbortController
let running: Promise<void>
const store = vi.fn<(batch: readonly unknown[]) => Promise<boolean>>()
const conflicts = { inc: vi.fn() }
const memory = { full: vi.fn(() => false) }
const lock = { held: vi.fn(() => true) }

beforeEach(() => {
  vi.useFakeTimers()
  ending = new AbortController()
  store.mockReset().mockResolvedValue(true)
  conflicts.inc.mockReset()
  memory.full.mockReset().mockReturnValue(false)
  lock.held.mockReset().mockReturnValue(true)
})
afterEach(async () => {
  ending.abort()
  await running
  vi.useRealTimers()
})

async function start(api: ReturnType<typeof telegram>): Promise<void> {
  running = poll({ api, store, memory, lock, conflicts, logger }, ending.signal)
  await vi.advanceTimersByTimeAsync(0)
}
const methods = ({ calls }: ReturnType<typeof telegram>) => calls.map(({ method }) => method)
const offsets = ({ calls }: ReturnType<typeof telegram>) =>
  calls.filter(({ method }) => method === 'getUpdates').map(({ payload }) => payload['offset'])
/** Between one call and the next, in milliseconds. */
const waits = ({ calls }: ReturnType<typeof telegram>) =>
  calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0))

describe('a poller', () => {
  it('deletes the webhook first, and never what waits', async () => {
    const api = telegram(OK)
    await start(api)
    expect(api.calls.map(({ method, payload }) => [method, payload])).toEqual([
      ['deleteWebhook', { drop_pending_updates: false }],
      [
        'getUpdates',
        {
          offset: 0,
          limit: 100,
          timeout: 10,
          allowed_updates: ['message', 'callback_query', 'my_chat_member'],
        },
      ],
    ])
  })

  it('confirms a batch by asking for the next, after its last update', async () => {
    const api = telegram(OK, batchOf(7, 8), batchOf(), batchOf(9))
    await start(api)
    expect(offsets(api)).toEqual([0, 9, 9, 10])
    expect(store.mock.calls.map(([batch]) => batch.length)).toEqual([2, 0, 1])
  })

  it('asks for nothing before the last batch is stored', async () => {
    let finish: (stored: boolean) => void = () => undefined
    store.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)))
    const api = telegram(OK, batchOf(7))
    await start(api)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(offsets(api)).toEqual([0])
    finish(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(offsets(api)).toEqual([0, 8])
  })

  it('confirms nothing of a batch that it could not store whole', async () => {
    store.mockImplementationOnce(() => {
      ending.abort()
      return Promise.resolve(false)
    })
    const api = telegram(OK, batchOf(7))
    await start(api)
    await running
    expect(offsets(api)).toEqual([0])
  })

  it('goes past an update without an id by the others, and does not spin on such alone', async () => {
    const api = telegram(OK, batchOf(7, 'x'), batchOf('x'))
    await start(api)
    expect(offsets(api)).toEqual([0, 8])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(offsets(api)).toEqual([0, 8, 8])
  })

  it('asks for nothing while Redis is too full', async () => {
    memory.full.mockReturnValue(true)
    const api = telegram(OK)
    await start(api)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(api.calls).toEqual([])
    memory.full.mockReturnValue(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(offsets(api)).toEqual([0])
  })

  it('breaks off a long poll when it has to stop', async () => {
    const api = telegram(OK, 'hangs')
    await start(api)
    ending.abort()
    await running
    expect(offsets(api)).toEqual([0])
  })

  it('polls no more once the lock is not surely its own', async () => {
    const api = telegram(OK, batchOf(7))
    store.mockImplementationOnce(() => {
      lock.held.mockReturnValue(false)
      return Promise.resolve(true)
    })
    await start(api)
    await running
    expect(offsets(api)).toEqual([0])
  })
})

describe('a conflict', () => {
  it('with a webhook is counted, and the webhook deleted again', async () => {
    const api = telegram(OK, WEBHOOK, OK)
    await start(api)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(methods(api)).toEqual(['deleteWebhook', 'getUpdates', 'deleteWebhook', 'getUpdates'])
    expect(conflicts.inc).toHaveBeenCalledTimes(1)
  })

  it('with another poller is counted, and the waits grow to half a minute', async () => {
    const api = telegram(OK, ...Array<SendOutcome>(10).fill(OTHER))
    await start(api)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(conflicts.inc).toHaveBeenCalledTimes(10)
    const [, first = 0, ...others] = waits(api)
    expect(first).toBeGreaterThanOrEqual(250)
    expect(first).toBeLessThanOrEqual(750)
    expect(others.at(-1)).toBeGreaterThanOrEqual(15_000)
    expect(Math.max(...others)).toBeLessThanOrEqual(45_000)
  })

  it('that is over leaves no long waits behind', async () => {
    const api = telegram(OK, ...Array<SendOutcome>(8).fill(OTHER), batchOf(), OTHER)
    await start(api)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(waits(api).at(-1)).toBeLessThanOrEqual(750)
  })
})

describe('trouble', () => {
  it.each<[string, Answer]>([
    ['that does not answer', { kind: 'unknown', reason: 'no answer' }],
    ['that is away', { kind: 'unreachable', reason: 'ECONNREFUSED' }],
    ['that answers nonsense', { kind: 'sent', result: { not: 'a list' } }],
    ['whose limiter cannot be asked', new Error('Redis is away')],
  ])('with a Telegram %s is waited out, and confirms nothing', async (_what, answer) => {
    const api = telegram(OK, batchOf(7), answer, answer)
    await start(api)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(offsets(api)).toEqual([0, 8, 8, 8])
    expect(conflicts.inc).not.toHaveBeenCalled()
  })

  it('with deleting the webhook is waited out before anything is asked for', async () => {
    const api = telegram({ kind: 'unreachable', reason: 'ECONNREFUSED' }, OK)
    await start(api)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(methods(api)).toEqual(['deleteWebhook', 'deleteWebhook', 'getUpdates'])
  })

  it('a 429 is obeyed', async () => {
    const api = telegram(OK, { kind: 'retry-after', retryAfterMs: 40_000, paused: 'chat' })
    await start(api)
    await vi.advanceTimersByTimeAsync(39_000)
    expect(offsets(api)).toEqual([0])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(offsets(api)).toEqual([0, 0])
  })

  it('a refused token is tried slowly, until Telegram takes it again', async () => {
    const api = telegram(OK, REFUSED, { kind: 'later', delayMs: 30_000, revoked: true }, batchOf(7))
    await start(api)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(offsets(api)).toEqual([0])
    await vi.advanceTimersByTimeAsync(32_000)
    expect(api.getMe).toHaveBeenCalledTimes(2)
    expect(offsets(api)).toEqual([0, 0, 0, 8])
  })
})
