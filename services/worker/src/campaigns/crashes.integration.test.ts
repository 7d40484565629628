import type { Campaign, ReportRow } from '@abitly/database'
import { campaignPlan } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import type { SendOutcome } from '@abitly/telegram'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import type { FixedClock } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { createCampaignHandlers } from '../jobs/create-campaign-handlers.ts'
import { createSweeper } from './sweep-campaigns.ts'
import { createFakeTelegram } from './testing/fake-telegram.ts'
import { createMemoryQueue } from './testing/memory-queue.ts'
import type { MemoryQueue } from './testing/memory-queue.ts'
import { createMortalProcess, Died } from './testing/mortal-process.ts'
import { QUIET, START, useScene } from './testing/use-scene.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const RECIPIENTS = 6
const IN_FLIGHT = 2
const FINAL = ['sent', 'blocked', 'failed', 'unknown', 'skipped']
const never = new AbortController().signal

/** One of each: refused once, blocked, impossible, unreachable once; the rest arrive. */
function answerOf(first: number) {
  return (chatId: number, times: number): SendOutcome | undefined => {
    const index = chatId - first
    if (index === 1 && times === 0) return { kind: 'retry-after', retryAfterMs: 1_000, paused: 'bulk' }
    if (index === 2) return { kind: 'blocked', reason: 'Forbidden: bot was blocked by the user' }
    if (index === 3) return { kind: 'rejected', code: 400, reason: 'Bad Request: chat_id is empty' }
    if (index === 4 && times === 0) return { kind: 'unreachable', reason: 'ECONNREFUSED' }
    return undefined
  }
}

interface Driven {
  campaign: Campaign
  rows: ReportRow[]
  /** How often each recipient was sent the message, by position. */
  received: number[]
  /** Points each process passed. */
  points: number[]
}

/** Drives a campaign to its end by processes that die, each at its point, and one that lives. */
async function drive(deaths: readonly number[], resendUnknown = false): Promise<Driven> {
  const chats = await scene.students(RECIPIENTS)
  const campaign = await scene.planning(chats, { resendUnknown })
  const clock = fixedClock(START)
  const queue = createMemoryQueue(() => clock.now().getTime())
  const telegram = createFakeTelegram(answerOf(Number(chats[0])))
  await queue.enqueue(campaignPlan, { campaignId: campaign.id })
  const points: number[] = []
  for (const diesAt of [...deaths, Infinity]) {
    const mortal = createMortalProcess(diesAt)
    const call = mortal.call(telegram.call)
    const mine = { database: mortal.database(scene.database), producer: mortal.producer(queue), clock }
    const apis = { bulkApi: { call }, replyApi: { call }, maxConcurrency: IN_FLIGHT }
    const handlers = createCampaignHandlers({ ...QUIET, ...apis, ...mine })
    const sweepCampaigns = createSweeper({ ...QUIET, ...mine })
    const sweepAndRun = async (until: number): Promise<void> => {
      await sweepCampaigns({ signal: never })
      await runUntil(until, queue, handlers, clock)
    }
    // Sweeps ten seconds apart, for longer than any claim or backoff lasts.
    for (let sweep = 0; sweep < 12 && (await scene.found(campaign)).reportedAt === null; sweep += 1) {
      const until = clock.now().getTime() + 10_000
      if (await dies(() => sweepAndRun(until))) break
      clock.set(new Date(until))
    }
    // What a dead process had claimed is taken for lost from now on.
    clock.advance(41_000)
    points.push(mortal.points())
  }
  const rows = await scene.database.repositories.deliveries.report(campaign.id, -1, 100)
  const times = telegram.received()
  const received = chats.map((chat) => times.get(Number(chat)) ?? 0)
  return { campaign: await scene.found(campaign), rows, received, points }
}

/** Runs what is due, and what becomes due before a moment. */
async function runUntil(
  until: number,
  queue: MemoryQueue,
  handlers: readonly HandledJob[],
  clock: FixedClock,
): Promise<void> {
  let next = await queue.run(handlers, never)
  while (next !== null && next < until) {
    clock.set(new Date(next))
    next = await queue.run(handlers, never)
  }
}

async function dies(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return false
  } catch (error) {
    if (error instanceof Died) return true
    throw error
  }
}

/** What holds whatever died when. */
function expectEverybodySettled({ campaign, rows }: Driven, about: string): void {
  expect(campaign, about).toMatchObject({ state: 'finished', size: RECIPIENTS })
  expect(campaign.reportedAt, about).not.toBeNull()
  expect(rows, about).toHaveLength(RECIPIENTS)
  for (const { state } of rows) expect(FINAL, about).toContain(state)
}

describe('a broadcast', () => {
  it('reaches everybody it can, once, and ends', async () => {
    const driven = await drive([])
    expectEverybodySettled(driven, 'nobody died')
    expect(driven.rows.map(({ state }) => state)).toEqual([
      'sent',
      'sent',
      'blocked',
      'failed',
      'sent',
      'sent',
    ])
    expect(driven.received).toEqual([1, 1, 0, 0, 1, 1])
  })

  it('whose process dies at any point is sent to nobody twice and forgets nobody', async () => {
    const total = (await drive([])).points[0] ?? 0
    expect(total).toBeGreaterThan(60)
    let doubts = 0
    for (let diesAt = 1; diesAt <= total; diesAt += 1) {
      const driven = await drive([diesAt])
      const about = `died at point ${diesAt} of ${total}`
      expectEverybodySettled(driven, about)
      driven.rows.forEach(({ state }, index) => {
        const times = driven.received[index]
        if (state === 'sent') expect(times, about).toBe(1)
        else if (state === 'unknown') expect(times, about).toBeLessThanOrEqual(1)
        else expect(times, about).toBe(0)
      })
      // Only what was in flight at that instant may be in doubt.
      const inDoubt = driven.rows.filter(({ state }) => state === 'unknown').length
      expect(inDoubt, about).toBeLessThanOrEqual(IN_FLIGHT)
      doubts += inDoubt
    }
    // Some points lie between a claim and its record: else this test would not have tested them.
    expect(doubts).toBeGreaterThan(5)
  }, 120_000)

  it('that resends leaves nobody in doubt, and doubles only what was in flight', async () => {
    const total = (await drive([])).points[0] ?? 0
    let doubled = 0
    for (let diesAt = 1; diesAt <= total; diesAt += 4) {
      const driven = await drive([diesAt], true)
      const about = `died at point ${diesAt} of ${total}`
      expectEverybodySettled(driven, about)
      expect(
        driven.rows.map(({ state }) => state),
        about,
      ).toEqual(['sent', 'sent', 'blocked', 'failed', 'sent', 'sent'])
      const twice = driven.received.filter((times) => times === 2).length
      expect(twice, about).toBeLessThanOrEqual(IN_FLIGHT)
      expect(Math.max(...driven.received), about).toBeLessThanOrEqual(2)
      doubled += twice
    }
    expect(doubled).toBeGreaterThan(0)
  }, 120_000)

  it('outlives one death after another', async () => {
    const driven = await drive([20, 20, 20, 30, 30, 40])
    expectEverybodySettled(driven, 'six deaths')
    expect(Math.max(...driven.received)).toBe(1)
  })
})
