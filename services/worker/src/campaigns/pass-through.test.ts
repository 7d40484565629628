import type { DeliveryRow, PositionRange } from '@abitly/database'
import { describe, expect, it } from 'vitest'
import { passThrough } from './pass-through.ts'
import { createSemaphore } from './semaphore.ts'
import type { DeliveryStep } from './send-delivery.ts'

const SENT: DeliveryStep = { kind: 'tried', decision: { result: { state: 'sent' }, failed: false } }
const LATER: DeliveryStep = { kind: 'later', delayMs: 7_000 }

interface Scene {
  rows?: number
  places?: number
  signal?: AbortSignal
  send: (position: number) => DeliveryStep | Promise<DeliveryStep>
}

/** Passes through rows that are all due; notes who was tried and how many were in flight at most. */
async function pass({ rows = 10, places = 3, signal = new AbortController().signal, send }: Scene) {
  const all = Array.from({ length: rows }, (_, position): DeliveryRow => ({
    ...{
      position,
      chatId: BigInt(position + 1),
      language: 'uk' as const,
      content: null,
      attempts: 0,
      dueAt: null,
      quiet: { from: 22, until: 8 },
    },
  }))
  const seen: number[] = []
  let inFlight = 0
  let most = 0
  const end = await passThrough(
    { campaignId: 'c', after: -1, upto: rows - 1 },
    {
      deliveries: {
        due: async (_id: string, { after, upto }: PositionRange, _now: Date, limit: number) =>
          all.filter(({ position }) => position > after && position <= upto).slice(0, limit),
      },
      send: async ({ position }) => {
        seen.push(position)
        inFlight += 1
        most = Math.max(most, inFlight)
        await new Promise((resolve) => setImmediate(resolve))
        inFlight -= 1
        return await send(position)
      },
      places: createSemaphore(places),
      signal,
      clock: { now: () => new Date(0) },
    },
  )
  return { end, seen, most, inFlight }
}

describe('a pass through a chunk', () => {
  it('gives every row its turn, in order, with no more in flight than there are places', async () => {
    const { end, seen, most } = await pass({ rows: 250, send: () => SENT })
    expect(end).toEqual({ kind: 'through', tried: 250, laterMs: null })
    expect(seen).toEqual(Array.from({ length: 250 }, (_, position) => position))
    expect(most).toBe(3)
  })

  it('goes on past rows that need no call', async () => {
    const { end, seen } = await pass({ send: (position) => (position % 2 === 0 ? { kind: 'passed' } : SENT) })
    expect(end).toEqual({ kind: 'through', tried: 5, laterMs: null })
    expect(seen).toHaveLength(10)
  })

  it('goes on past a chat that has to wait, and comes back for it', async () => {
    const { end, seen } = await pass({ send: (position) => (position === 4 ? LATER : SENT) })
    expect(end).toEqual({ kind: 'through', tried: 9, laterMs: 7_000 })
    expect(seen).toHaveLength(10)
  })

  it('stops when everybody has to wait', async () => {
    const { end, seen } = await pass({ rows: 100, send: () => LATER })
    expect(end).toEqual({ kind: 'again', afterMs: 7_000 })
    expect(seen.length).toBeLessThan(10)
  })

  it.each<[string, DeliveryStep, unknown]>([
    ['the campaign does not run any more', { kind: 'not-running' }, { kind: 'ended' }],
    ['all bulk is stopped', { kind: 'stopped', delayMs: 2_000 }, { kind: 'again', afterMs: 2_000 }],
    [
      'the token is refused',
      {
        kind: 'tried',
        decision: { result: { state: 'pending', refund: true }, unauthorised: true, failed: null },
      },
      { kind: 'again', afterMs: 30_000 },
    ],
  ])('tries nobody more once %s', async (_why, step, expected) => {
    const { end, seen, inFlight } = await pass({
      rows: 100,
      send: (position) => (position < 5 ? SENT : step),
    })
    expect(end).toEqual(expected)
    expect(seen.length).toBeLessThan(15)
    expect(inFlight).toBe(0)
  })

  it('takes no new row when the service stops, and lets what is in flight end', async () => {
    const stopper = new AbortController()
    const { end, seen, inFlight } = await pass({
      rows: 100,
      signal: stopper.signal,
      send: (position) => {
        if (position === 5) stopper.abort()
        return SENT
      },
    })
    expect(end).toEqual({ kind: 'again', afterMs: 0 })
    expect(seen.length).toBeLessThan(15)
    expect(inFlight).toBe(0)
  })

  it('throws what a send threw, when all others in flight have ended', async () => {
    let ended = 0
    const running = pass({
      rows: 100,
      send: (position) => {
        ended += 1
        if (position === 5) throw new Error('away')
        return SENT
      },
    })
    await expect(running).rejects.toThrow('away')
    expect(ended).toBeLessThan(15)
  })

  it('gives its places back, whatever happened', async () => {
    const places = createSemaphore(2)
    const signal = new AbortController().signal
    const due = async () => [
      {
        ...{ position: 0, chatId: 1n, language: 'uk' as const, content: null, attempts: 0, dueAt: null },
        quiet: { from: 22, until: 8 },
      },
    ]
    const send = () => Promise.reject(new Error('away'))
    const clock = { now: () => new Date(0) }
    const chunk = { campaignId: 'c', after: -1, upto: 0 }
    await expect(passThrough(chunk, { deliveries: { due }, send, places, signal, clock })).rejects.toThrow()
    expect(await places.take(signal)).not.toBeNull()
    expect(await places.take(signal)).not.toBeNull()
  })
})
