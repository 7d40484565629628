import { Fault } from '@abitly/runtime'
import { describe, expect, it } from 'vitest'
import { DRAIN_DEFAULTS, drainLane } from './drain.ts'
import type { DrainDependencies, LaneHandler, ReplyOutcome } from './drain.ts'
import { memoryMailbox } from './testing/memory-mailbox.ts'

const QUICK = { ...DRAIN_DEFAULTS, suspectWaitMs: 0, deadlineMs: 1_000 }

function setUp(updates: number[], handler: Partial<LaneHandler<string>> = {}) {
  const mailbox = memoryMailbox(updates)
  const sent: string[] = []
  const buried: number[] = []
  const stopper = new AbortController()
  const deps: DrainDependencies<string> = {
    mailbox,
    stopping: stopper.signal,
    observer: {},
    options: QUICK,
    handler: {
      handle: async (head) => [`${head.updateId}a`, `${head.updateId}b`],
      async bury(head) {
        buried.push(head.updateId)
        return [`sorry ${head.updateId}`]
      },
      async send(reply): Promise<ReplyOutcome> {
        sent.push(reply)
        return { kind: 'done' }
      },
      ...handler,
    },
  }
  return { mailbox, sent, buried, deps, stopper, run: () => drainLane('1', deps) }
}

const environment = (): Fault => new Fault('DATABASE_UNAVAILABLE', 'away', { environment: true })

describe('draining a lane', () => {
  it('handles updates one after the other, each with all its replies, then ends', async () => {
    const lane = setUp([1, 2])
    expect(await lane.run()).toEqual({ kind: 'empty' })
    expect(lane.sent).toEqual(['1a', '1b', '2a', '2b'])
    expect(lane.mailbox.waiting).toEqual([])
  })

  it('lets other lanes have their turn after a number of updates, without charging the next one', async () => {
    const lane = setUp(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(await lane.run()).toEqual({ kind: 'more' })
    expect(lane.mailbox.waiting[0]).toBe(21)
    expect(lane.mailbox.attempts).toBe(0)
  })

  it('takes no further update once the service stops', async () => {
    const lane = setUp([1, 2])
    lane.deps.handler.handle = async () => {
      lane.stopper.abort()
      return ['only']
    }
    expect(await lane.run()).toEqual({ kind: 'more' })
    expect(lane.mailbox.waiting).toEqual([2])
  })

  it('keeps a failing update at the head, with growing waits', async () => {
    const lane = setUp([1, 2], { handle: () => Promise.reject(new Error('bug')) })
    const waits = []
    for (let attempt = 1; attempt < QUICK.maxAttempts; attempt += 1) {
      const end = await lane.run()
      waits.push(end.kind === 'retry' ? end.afterMs : 0)
    }
    expect(lane.mailbox.waiting).toEqual([1, 2])
    expect(lane.buried).toEqual([])
    waits.forEach((wait, index) => {
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index * 0.75)
      expect(wait).toBeLessThanOrEqual(500 * 2 ** index * 1.25)
    })
  })

  it('gives a poison update up after its last attempt, apologises, and goes on', async () => {
    const lane = setUp([1, 2])
    const handle = lane.deps.handler.handle
    lane.deps.handler.handle = (head, signal) =>
      head.updateId === 1 ? Promise.reject(new Error('bug')) : handle(head, signal)
    for (let attempt = 1; attempt <= QUICK.maxAttempts; attempt += 1) await lane.run()
    expect(lane.buried).toEqual([1])
    expect(lane.sent).toEqual(['sorry 1', '2a', '2b'])
  })

  it('gives up an update that kills its process without running it again', async () => {
    let runs = 0
    const lane = setUp([1], {
      handle: () => {
        runs += 1
        return Promise.resolve([])
      },
    })
    for (let death = 1; death <= QUICK.maxAttempts; death += 1) await lane.mailbox.begin('1')
    await lane.run()
    expect(runs).toBe(0)
    expect(lane.buried).toEqual([1])
  })

  it('uses no attempt while the surroundings are away, however long', async () => {
    const lane = setUp([1], { handle: () => Promise.reject(environment()) })
    for (let round = 0; round < 50; round += 1) {
      const end = await lane.run()
      expect(end.kind === 'retry' && end.afterMs >= 1_000 && end.afterMs <= 3_000).toBe(true)
    }
    expect(lane.mailbox.attempts).toBe(0)
    expect(lane.buried).toEqual([])
  })

  it('treats a failure of the reply bookkeeping as the surroundings', async () => {
    const lane = setUp([1])
    lane.mailbox.mark = () => Promise.reject(new Error('redis: OOM'))
    expect((await lane.run()).kind).toBe('retry')
    expect(lane.mailbox.attempts).toBe(0)
  })

  it('leaves out a reply that can never be tried, and sends the others', async () => {
    const lane = setUp([1])
    const send = lane.deps.handler.send
    lane.deps.handler.send = (reply, attempt) =>
      reply === '1a' ? Promise.reject(new Error('a bug')) : send(reply, attempt)
    for (let attempt = 1; attempt <= QUICK.maxAttempts; attempt += 1) await lane.run()
    expect(lane.sent).toEqual(['1b'])
    expect(lane.mailbox.waiting).toEqual([])
  })

  it('stops between two replies, to go on with the second one', async () => {
    const lane = setUp([1])
    const send = lane.deps.handler.send
    lane.deps.handler.send = async (reply, attempt) => {
      lane.stopper.abort()
      return await send(reply, attempt)
    }
    expect(await lane.run()).toEqual({ kind: 'more' })
    expect(lane.sent).toEqual(['1a'])
    expect(lane.mailbox).toMatchObject({ replyInProgress: 1, attempts: 0 })
  })

  it('ends an update that hangs, and counts it', async () => {
    const lane = setUp([1], { handle: () => new Promise(() => undefined) })
    lane.deps.options = { ...QUICK, deadlineMs: 5 }
    expect((await lane.run()).kind).toBe('retry')
    expect(lane.mailbox.attempts).toBe(1)
  })

  it('resumes at the reply that was being sent', async () => {
    const lane = setUp([1])
    lane.mailbox.replyInProgress = 1
    lane.mailbox.attempts = 1
    let doubled = 0
    lane.deps.observer = { maybeDoubled: () => (doubled += 1) }
    await lane.run()
    expect(lane.sent).toEqual(['1b'])
    expect(doubled).toBe(1)
  })

  it('waits as long as Telegram asks and counts the refusals of that very reply', async () => {
    const refusals: number[] = []
    const lane = setUp([1])
    lane.deps.handler.send = async (reply, attempt) => {
      refusals.push(attempt.refusals)
      return reply === '1a' && attempt.refusals < 2
        ? { kind: 'later', delayMs: 7_000, refused: true }
        : { kind: 'done' }
    }
    expect(await lane.run()).toEqual({ kind: 'retry', afterMs: 7_000 })
    await lane.run()
    expect(await lane.run()).toEqual({ kind: 'empty' })
    expect(refusals).toEqual([0, 1, 2, 0])
    expect(lane.mailbox.attempts).toBe(0)
  })

  it('stops at once when another drain owns the lane', async () => {
    const lane = setUp([1])
    lane.deps.handler.handle = async () => {
      lane.mailbox.epoch += 1
      return ['late']
    }
    expect(await lane.run()).toEqual({ kind: 'lost' })
    expect(lane.sent).toEqual([])
    expect(lane.mailbox.waiting).toEqual([1])
  })
})
