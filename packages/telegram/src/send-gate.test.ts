import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Clearance, Grant, Limiter, SendLane } from './limiter.ts'
import { createSendGate } from './send-gate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SLOT = { at: 1, birth: 1 }
const granted = (waitMs = 0): Grant => ({ granted: true, waitMs, slot: SLOT })
const full = (retryMs: number): Grant => ({ granted: false, because: 'lane', retryMs })
const busy = (retryMs: number): Grant => ({ granted: false, because: 'chat', retryMs })
const perSecond = { bulk: 30, reply: 200 }
const GO = { kind: 'go', slot: SLOT }

/** A limiter that says what it is told to, one answer after the other, the last one for good. */
function gateOf(lane: SendLane, grants: (Grant | Error)[], clearances: Clearance['kind'][] = []) {
  const asked: unknown[] = []
  const take: Limiter['take'] = async (_lane, chat) => {
    asked.push(chat)
    const answer = grants.length > 1 ? grants.shift() : grants[0]
    if (answer instanceof Error) throw answer
    return answer ?? granted()
  }
  const check = vi.fn<Limiter['check']>(async () => {
    const kind = clearances.shift() ?? 'go'
    return kind === 'paused' ? { kind, leftMs: 1 } : { kind }
  })
  return { gate: createSendGate({ perSecond, take, check } as unknown as Limiter, lane), asked, check }
}

describe('a slot', () => {
  it('that is free now needs no second question', async () => {
    const { gate, check } = gateOf('reply', [granted()])
    expect(await gate.pass(7)).toEqual(GO)
    expect(check).not.toHaveBeenCalled()
  })

  it('that was slept for is asked about once more, when its time has come', async () => {
    const { gate, check } = gateOf('bulk', [granted(800)])
    const passage = gate.pass(7)
    await vi.advanceTimersByTimeAsync(799)
    expect(check).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await passage).toEqual(GO)
    expect(check).toHaveBeenCalledExactlyOnceWith('bulk', 7, SLOT)
  })

  it.each(['paused', 'revoked', 'late'] as const)('that is %s by then is given up', async (kind) => {
    const { gate, asked } = gateOf('bulk', [granted(800), granted()], [kind])
    const passage = gate.pass(7)
    await vi.advanceTimersByTimeAsync(800)
    expect(await passage).toEqual(GO)
    expect(asked).toEqual([7, 7])
  })

  it('is not used late, however often: whoever is too slow comes back', async () => {
    const { gate, asked } = gateOf('bulk', [granted(800)], Array<'late'>(7).fill('late'))
    const passage = gate.pass(7)
    await vi.advanceTimersByTimeAsync(5_600)
    expect(await passage).toEqual({ kind: 'later', delayMs: 1_000 })
    expect(asked).toHaveLength(7)
  })

  it('whose grant came long after it was asked for is asked about', async () => {
    const check = vi.fn<Limiter['check']>(async () => ({ kind: 'go' }))
    const take: Limiter['take'] = async () => {
      await new Promise((resolve) => void setTimeout(resolve, 500))
      return granted()
    }
    const passage = createSendGate({ perSecond, take, check } as unknown as Limiter, 'bulk').pass(7)
    await vi.advanceTimersByTimeAsync(500)
    expect(await passage).toEqual(GO)
    expect(check).toHaveBeenCalledTimes(1)
  })
})

describe('a wait', () => {
  it('of up to five seconds is waited for', async () => {
    const { gate } = gateOf('reply', [busy(4_000), granted()])
    const passage = gate.pass(7)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(await passage).toEqual(GO)
  })

  it('of more gives the place up at once', async () => {
    expect(await gateOf('reply', [busy(5_001)]).gate.pass(7)).toEqual({ kind: 'later', delayMs: 5_001 })
    expect(await gateOf('bulk', [full(5_001)]).gate.pass(7)).toEqual({ kind: 'later', delayMs: 5_001 })
  })

  it('of more in sum gives the place up too', async () => {
    const { gate } = gateOf('bulk', [full(2_000)])
    const passage = gate.pass(7)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(await passage).toEqual({ kind: 'later', delayMs: 2_000 })
  })

  it('for a token that is refused is told apart', async () => {
    const refused: Grant = { granted: false, because: 'revoked', retryMs: 30_000 }
    expect(await gateOf('bulk', [refused]).gate.pass(7)).toEqual({
      kind: 'later',
      delayMs: 30_000,
      revoked: true,
    })
  })
})

describe('bulk in one process', () => {
  it('asks one at a time while the lane is full, first come, first served', async () => {
    const { gate, asked } = gateOf('bulk', [full(500), full(500), granted()])
    const passages = [1, 2, 3].map((chat) => gate.pass(chat))
    await vi.advanceTimersByTimeAsync(500)
    expect(asked).toEqual([1, 1])
    await vi.advanceTimersByTimeAsync(500)
    await Promise.all(passages)
    expect(asked).toEqual([1, 1, 1, 2, 3])
  })

  it('lets others go first while a chat is busy', async () => {
    const { gate, asked } = gateOf('bulk', [busy(500), granted()])
    const passages = [1, 2].map((chat) => gate.pass(chat))
    await vi.advanceTimersByTimeAsync(500)
    await Promise.all(passages)
    expect(asked).toEqual([1, 2, 1])
  })

  it('asks for the next while one sleeps for its slot', async () => {
    const { gate, asked } = gateOf('bulk', [granted(1_000)])
    const passages = [1, 2, 3].map((chat) => gate.pass(chat))
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toEqual([1, 2, 3])
    await vi.advanceTimersByTimeAsync(1_000)
    await Promise.all(passages)
  })

  it('does not wait behind one whose question failed', async () => {
    const { gate } = gateOf('bulk', [new Error('Redis is away'), granted()])
    const [first, second] = [gate.pass(1), gate.pass(2)]
    await expect(first).rejects.toThrow('Redis is away')
    expect(await second).toEqual(GO)
  })

  it('keeps nobody in line longer than five seconds', async () => {
    const { gate } = gateOf('bulk', [full(600)])
    const passages = Promise.all([1, 2, 3, 4].map((chat) => gate.pass(chat)))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await passages).toEqual(Array(4).fill({ kind: 'later', delayMs: 600 }))
  })
})

it('replies ask without waiting for each other', async () => {
  const { gate, asked } = gateOf('reply', [full(500), granted()])
  const passages = [1, 2].map((chat) => gate.pass(chat))
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(500)
  await Promise.all(passages)
})
