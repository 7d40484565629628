import type { Campaign } from '@abitly/database'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import type { FixedClock } from '@abitly/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeTelegram } from '../testing/fake-telegram.ts'
import type { FakeAnswer } from '../testing/fake-telegram.ts'
import { createMortalProcess, Died } from '../testing/mortal-process.ts'
import { QUIET, START, useScene } from '../testing/use-scene.ts'
import { createProgressShower } from './show-progress.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const ADMIN = 900_001
const never = new AbortController().signal
let clock: FixedClock
beforeEach(() => {
  clock = fixedClock(START)
})
const repositories = () => scene.database.repositories

/** A process that shows progress. */
function shower(answer?: FakeAnswer, mortal = createMortalProcess()) {
  const telegram = createFakeTelegram(answer)
  const call = mortal.call(telegram.call)
  const database = mortal.database(scene.database)
  const run = createProgressShower({ ...QUIET, database, replyApi: { call }, clock })
  return {
    telegram,
    /** What it did with which message. */
    did: () => telegram.calls.map(({ method, payload }) => [method, payload['message_id']]),
    show: ({ id }: { id: string }) => run({ campaignId: id }, { signal: never }),
  }
}

/** A running campaign whose card has been drawn as message 50, three seconds ago. */
async function watched(students: number): Promise<Campaign> {
  const campaign = await scene.running(await scene.students(students))
  const card = { chatId: BigInt(ADMIN), messageId: 50, done: 0, at: START }
  await repositories().campaigns.showCard(campaign.id, card)
  clock.advance(3_000)
  return await scene.found(campaign)
}

async function send({ id }: Campaign, position: number): Promise<void> {
  await repositories().deliveries.claim(id, position, clock.now())
  await repositories().deliveries.record(id, position, 1, { state: 'sent' }, clock.now())
}

const pause = ({ id }: Campaign, reason: 'admin' | 'errors' | 'flood'): Promise<boolean> =>
  repositories().campaigns.pause(id, { reason, by: null, until: null, now: clock.now() })

describe('the card of a campaign', () => {
  it('is edited in place, at most every three seconds', async () => {
    const campaign = await watched(4)
    const { did, show } = shower()
    await send(campaign, 0)
    expect(await show(campaign)).toEqual({ againAfterMs: 3_000 })
    clock.advance(1_000)
    expect(await show(campaign)).toEqual({ againAfterMs: 2_000 })
    expect(did()).toEqual([['editMessageText', 50]])
    expect((await scene.found(campaign)).card).toMatchObject({ messageId: 50, done: 1 })
  })

  it('is not edited when nothing has changed', async () => {
    const campaign = await watched(4)
    await pause(campaign, 'admin')
    const { did, show } = shower()
    await show(campaign)
    clock.advance(3_000)
    // Paused: it does not move by itself.
    expect(await show(campaign)).toBeUndefined()
    expect(did()).toEqual([['editMessageText', 50]])
  })

  it('is looked after while paused until nothing is in flight any more', async () => {
    const campaign = await watched(4)
    await repositories().deliveries.claim(campaign.id, 0, clock.now())
    await pause(campaign, 'admin')
    const { show } = shower()
    expect(await show(campaign)).toEqual({ againAfterMs: 3_000 })
    await repositories().deliveries.record(campaign.id, 0, 1, { state: 'sent' }, clock.now())
    clock.advance(3_000)
    expect(await show(campaign)).toBeUndefined()
    expect((await scene.found(campaign)).card).toMatchObject({ done: 1 })
  })

  it.each(['errors', 'flood'] as const)(
    'is sent anew, once, when the system pauses the campaign: %s',
    async (reason) => {
      const campaign = await watched(4)
      await pause(campaign, reason)
      const { did, show } = shower()
      await show(campaign)
      clock.advance(3_000)
      await show(campaign)
      expect(did()).toEqual([
        ['sendMessage', undefined],
        ['editMessageText', 50],
        ['editMessageText', 1],
      ])
    },
  )

  it('is sent anew when its message is gone', async () => {
    const campaign = await watched(4)
    const { did, show } = shower((_chat, _times, method) =>
      method === 'editMessageText'
        ? { kind: 'rejected', code: 400, reason: 'Bad Request: message to edit not found' }
        : undefined,
    )
    await show(campaign)
    expect(did().slice(0, 2)).toEqual([
      ['editMessageText', 50],
      ['sendMessage', undefined],
    ])
    expect((await scene.found(campaign)).card?.messageId).toBe(2)
  })

  it('waits where the budget has no place', async () => {
    const campaign = await watched(4)
    const { show } = shower(() => ({ kind: 'later', delayMs: 60_000 }))
    expect(await show(campaign)).toEqual({ againAfterMs: 60_000 })
  })
})

describe('the end of a campaign', () => {
  async function finished(): Promise<Campaign> {
    const campaign = await watched(1)
    await send(campaign, 0)
    await repositories().campaigns.finish(campaign.id, clock.now())
    return campaign
  }

  it('is told once, in a message that rings', async () => {
    const campaign = await finished()
    const { did, show } = shower()
    expect(await show(campaign)).toBeUndefined()
    expect(await show(campaign)).toBeUndefined()
    expect(did()).toEqual([
      ['sendMessage', undefined],
      ['editMessageText', 50],
    ])
    expect((await scene.found(campaign)).reportedAt).not.toBeNull()
  })

  it('is told again until it arrives', async () => {
    const campaign = await finished()
    const { did, show } = shower((_chat, times) =>
      times === 0 ? { kind: 'unreachable', reason: 'ECONNREFUSED' } : undefined,
    )
    expect(await show(campaign)).toEqual({ againAfterMs: 3_000 })
    expect((await scene.found(campaign)).reportedAt).toBeNull()
    expect(await show(campaign)).toBeUndefined()
    expect(did().map(([method]) => method)).toEqual(['sendMessage', 'sendMessage', 'editMessageText'])
  })

  it('is told although the process that tells it dies at any point, twice at most', async () => {
    const whole = createMortalProcess()
    await shower(undefined, whole).show(await finished())
    for (let diesAt = 1; diesAt <= whole.points(); diesAt += 1) {
      const campaign = await finished()
      const [first, second] = [shower(undefined, createMortalProcess(diesAt)), shower()]
      await expect(first.show(campaign)).rejects.toThrow(Died)
      await second.show(campaign)
      const told = [...first.did(), ...second.did()].filter(([method]) => method === 'sendMessage').length
      const about = `died at point ${diesAt} of ${whole.points()}`
      expect(told, about).toBeGreaterThanOrEqual(1)
      expect(told, about).toBeLessThanOrEqual(2)
      expect((await scene.found(campaign)).reportedAt, about).not.toBeNull()
    }
  })

  it('is not told for ever to an admin who is gone', async () => {
    const campaign = await finished()
    const { show } = shower(() => ({ kind: 'blocked', reason: 'Forbidden: bot was blocked by the user' }))
    expect(await show(campaign)).toBeUndefined()
    expect((await scene.found(campaign)).reportedAt).not.toBeNull()
  })

  it('is only noted where nobody watches', async () => {
    const campaign = await scene.running([])
    const { did, show } = shower()
    expect(await show(campaign)).toBeUndefined()
    expect(did()).toEqual([])
    expect((await scene.found(campaign)).reportedAt).not.toBeNull()
  })

  it('is told anew after its unknown recipients were sent again', async () => {
    const campaign = await watched(2)
    await send(campaign, 0)
    await repositories().deliveries.claim(campaign.id, 1, clock.now())
    await repositories().deliveries.record(campaign.id, 1, 1, { state: 'unknown' }, clock.now())
    await repositories().campaigns.finish(campaign.id, clock.now())
    const { did, show } = shower()
    await show(campaign)
    await repositories().campaigns.reopen(campaign.id, { by: 1n, now: clock.now() })
    await repositories().deliveries.claim(campaign.id, 1, clock.now())
    await repositories().deliveries.record(campaign.id, 1, 2, { state: 'sent' }, clock.now())
    await repositories().campaigns.finish(campaign.id, clock.now())
    await show(campaign)
    expect(did().filter(([method]) => method === 'sendMessage')).toHaveLength(2)
  })
})
