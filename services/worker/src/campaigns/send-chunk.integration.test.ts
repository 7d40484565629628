import type { Campaign } from '@abitly/database'
import { campaignShowProgress, campaignWake } from '@abitly/queue'
import type { SendOutcome } from '@abitly/telegram'
import { createTestDatabase, fixedClock, queryOnce, waitFor } from '@abitly/testing'
import type { FixedClock } from '@abitly/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { chunkRange } from './chunk-range.ts'
import { createChunkSender } from './send-chunk.ts'
import { createFakeTelegram } from './testing/fake-telegram.ts'
import type { FakeAnswer } from './testing/fake-telegram.ts'
import { QUIET, START, useScene } from './testing/use-scene.ts'

const scene = useScene({ createTestDatabase, queryOnce })
let clock: FixedClock
let enqueued: string[]
beforeEach(() => {
  clock = fixedClock(START)
  enqueued = []
})

const UNREACHABLE: SendOutcome = { kind: 'unreachable', reason: 'ECONNREFUSED' }
const never = new AbortController().signal

/** A process that sends the first chunk of a campaign. */
function sender(answer: FakeAnswer = () => undefined, maxConcurrency = 5) {
  const telegram = createFakeTelegram(answer)
  const enqueue = async ({ name }: { name: string }): Promise<void> => {
    enqueued.push(name)
  }
  const { call } = telegram
  const deps = { ...QUIET, database: scene.database, bulkApi: { call }, clock, maxConcurrency }
  const run = createChunkSender({
    ...deps,
    producer: { enqueue },
    openDayView: (language) => ({ text: language }),
    reminderView: (language) => ({ text: language }),
    digestView: (language) => ({ text: language }),
  })
  return {
    telegram,
    send: ({ id }: Campaign, signal = never) => run({ campaignId: id, ...chunkRange(0) }, { signal }),
  }
}

describe('a chunk', () => {
  it('that is done finishes its campaign, and has the admin told', async () => {
    const campaign = await scene.running(await scene.students(20))
    const { telegram, send } = sender()
    expect(await send(campaign)).toBeUndefined()
    expect(telegram.received().size).toBe(20)
    expect(await scene.states(campaign)).toEqual(Array.from({ length: 20 }, () => 'sent'))
    expect((await scene.found(campaign)).state).toBe('finished')
    expect(enqueued).toEqual([campaignWake.name, campaignShowProgress.name])
  })

  it('that two processes are given is sent to nobody twice', async () => {
    const campaign = await scene.running(await scene.students(60))
    const [one, other] = [sender(), sender()]
    await Promise.all([one.send(campaign), other.send(campaign)])
    const received = [...one.telegram.received().keys(), ...other.telegram.received().keys()]
    expect(received).toHaveLength(60)
    expect(new Set(received).size).toBe(60)
  })

  it('comes again when the earliest of those that wait is due', async () => {
    const chats = await scene.students(10)
    const campaign = await scene.running(chats)
    const slow = Number(chats[3])
    const { telegram, send } = sender((chatId, times) =>
      chatId === slow && times === 0
        ? { kind: 'retry-after', retryAfterMs: 4_000, paused: 'bulk' }
        : undefined,
    )
    expect(await send(campaign)).toEqual({ againAfterMs: 4_000 })
    clock.advance(4_000)
    expect(await send(campaign)).toBeUndefined()
    expect(telegram.received().size).toBe(10)
    expect((await scene.found(campaign)).state).toBe('finished')
  })

  it('with nothing to do but wait wakes nobody: it would be called back at once', async () => {
    const campaign = await scene.running(await scene.students(1))
    const { send } = sender(() => UNREACHABLE)
    await send(campaign)
    enqueued = []
    expect(await send(campaign)).toEqual({ againAfterMs: 1_000 })
    expect(enqueued).toEqual([])
  })

  it('is given up by a process that stops, and loses nothing', async () => {
    const campaign = await scene.running(await scene.students(30))
    const stopper = new AbortController()
    const { telegram, send } = sender((chatId) => {
      if (telegram.calls.length === 7) stopper.abort()
      return chatId < 0 ? UNREACHABLE : undefined
    })
    expect(await send(campaign, stopper.signal)).toEqual({ againAfterMs: 0 })
    const states = await scene.states(campaign)
    expect(states.filter((state) => state === 'sent')).toHaveLength(telegram.calls.length)
    expect(states.filter((state) => state === 'pending')).toHaveLength(30 - telegram.calls.length)
    expect(telegram.calls.length).toBeLessThan(15)
  })
})

describe('a campaign', () => {
  it.each(['pause', 'cancel'] as const)('stops between two sends: %s', async (how) => {
    const campaign = await scene.running(await scene.students(30))
    const { campaigns } = scene.database.repositories
    let inFlight = 0
    let open: () => void = () => undefined
    const gate = new Promise<undefined>((resolve) => (open = () => resolve(undefined)))
    const { telegram, send } = sender(() => {
      inFlight += 1
      return gate
    })
    const stop = () =>
      how === 'pause'
        ? campaigns.pause(campaign.id, { reason: 'admin', by: 1n, until: null, now: clock.now() })
        : campaigns.cancel(campaign.id, { by: 1n, now: clock.now() })
    const running = send(campaign)
    await waitFor(() => inFlight === 5, { what: 'five sends in flight' })
    await stop()
    open()
    expect(await running).toBeUndefined()
    expect(telegram.received().size).toBe(5)
    expect((await scene.states(campaign)).filter((state) => state === 'sent')).toHaveLength(5)
  })

  it('waits while all bulk is stopped', async () => {
    const campaign = await scene.running(await scene.students(3))
    const { sendingSwitch } = scene.database.repositories
    await sendingSwitch.stop(1n, clock.now())
    const { telegram, send } = sender()
    expect(await send(campaign)).toEqual({ againAfterMs: 2_000 })
    expect(telegram.calls).toEqual([])
    await sendingSwitch.resume()
    expect(await send(campaign)).toBeUndefined()
    expect(telegram.received().size).toBe(3)
  })

  it('pauses itself when Telegram wants to wait long', async () => {
    const campaign = await scene.running(await scene.students(10))
    const { send } = sender((_chat, times) =>
      times === 0 ? { kind: 'retry-after', retryAfterMs: 340_000, paused: 'bulk' } : undefined,
    )
    expect(await send(campaign)).toBeUndefined()
    const until = new Date(START.getTime() + 340_000)
    expect(await scene.found(campaign)).toMatchObject({
      state: 'paused',
      pause: { reason: 'flood', by: null, until },
    })
    expect(enqueued).toEqual([campaignShowProgress.name])
    expect(await scene.states(campaign)).toEqual(Array.from({ length: 10 }, () => 'pending'))
  })

  it('pauses itself when too many sends fail, once', async () => {
    const campaign = await scene.running(await scene.students(60))
    const { telegram, send } = sender(() => ({
      kind: 'rejected',
      code: 400,
      reason: 'Bad Request: nonsense',
    }))
    await send(campaign)
    expect(await scene.found(campaign)).toMatchObject({
      state: 'paused',
      pause: { reason: 'errors', until: null },
    })
    // What leaves while the pause is being written goes on: a slow database lets a few more through.
    expect(telegram.calls.length).toBeGreaterThanOrEqual(20)
    expect(telegram.calls.length).toBeLessThan(60)
    expect(enqueued).toEqual([campaignShowProgress.name])
  })

  it('does not mind who blocked the bot', async () => {
    const chats = await scene.students(40)
    const campaign = await scene.running(chats)
    const { send } = sender(() => ({ kind: 'blocked', reason: 'Forbidden: bot was blocked by the user' }))
    await send(campaign)
    expect((await scene.found(campaign)).state).toBe('finished')
    const unreachable = await scene.sql(
      'SELECT 1 FROM {schema}.telegram_users WHERE unreachable_at IS NOT NULL AND telegram_chat_id BETWEEN $1 AND $2',
      [chats[0], chats.at(-1)],
    )
    expect(unreachable).toBe(40)
  })

  it('gives up on nobody in silence: four refusals are a failure', async () => {
    const campaign = await scene.running(await scene.students(1))
    const { telegram, send } = sender(() => ({ kind: 'retry-after', retryAfterMs: 1_000, paused: 'bulk' }))
    for (let time = 0; time < 4; time += 1) {
      await send(campaign)
      clock.advance(1_000)
    }
    expect(telegram.calls).toHaveLength(4)
    expect(await scene.states(campaign)).toEqual(['failed'])
    expect((await scene.found(campaign)).state).toBe('finished')
  })

  it('of another version is left alone, and says so', async () => {
    const campaign = await scene.running(await scene.students(1), { content: { kind: 'hologram' } })
    const { send } = sender()
    await expect(send(campaign)).rejects.toMatchObject({ code: 'CAMPAIGN_INVALID' })
    expect(await scene.states(campaign)).toEqual(['pending'])
  })
})
