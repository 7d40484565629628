import { QUEUES, campaignPlan, createProducer, startConsumer } from '@abitly/queue'
import type { Consumer, Producer } from '@abitly/queue'
import { closeRedis, createRedis, pause, systemClock } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestDatabase, createTestRedis, queryOnce, waitFor } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCampaignHandlers } from '../jobs/create-campaign-handlers.ts'
import { createSweeper } from './sweep-campaigns.ts'
import { createFakeTelegram } from './testing/fake-telegram.ts'
import { QUIET, useScene } from './testing/use-scene.ts'

const scene = useScene({ createTestDatabase, queryOnce })
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
let producer: Producer
let consumers: Consumer[] = []

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  producer = createProducer(redis)
})
beforeEach(async () => {
  await redis.flushall()
  await scene.sql('TRUNCATE {schema}.campaigns CASCADE')
})
afterEach(async () => {
  await stop(consumers)
})
afterAll(async () => {
  await producer.close()
  await closeRedis(redis)
  await server.stop()
})

async function stop(some: Consumer[]): Promise<void> {
  await Promise.all(some.map((consumer) => consumer.close(10_000)))
  consumers = consumers.filter((consumer) => !some.includes(consumer))
}

/** A worker: both consumers of one process. */
function worker(telegram: ReturnType<typeof createFakeTelegram>): Consumer[] {
  const { call } = telegram
  const { database } = scene
  const handlers = createCampaignHandlers({
    ...{ ...QUIET, database, producer, clock: systemClock, maxConcurrency: 5 },
    ...{ bulkApi: { call }, replyApi: { call } },
  })
  const { logger } = QUIET
  const begun = [QUEUES.deliveries, QUEUES.routines].map((queue) =>
    startConsumer({ redis, queue, handlers, concurrency: 16, logger, lockDurationMs: 2_000 }),
  )
  consumers.push(...begun)
  return begun
}

const finished = (campaign: { id: string }): Promise<unknown> =>
  waitFor(async () => (await scene.found(campaign)).reportedAt, { what: 'the end', timeoutMs: 50_000 })

describe('broadcasts through the queues', { timeout: 60_000 }, () => {
  it('reach everybody once, by two workers, chunk after chunk', async () => {
    const campaign = await scene.planning(await scene.students(2_100))
    const telegram = createFakeTelegram()
    worker(telegram)
    worker(telegram)
    await producer.enqueue(campaignPlan, { campaignId: campaign.id })
    await finished(campaign)
    const received = telegram.received()
    expect(received.size).toBe(2_100)
    expect([...received.values()].every((times) => times === 1)).toBe(true)
    expect(await scene.found(campaign)).toMatchObject({ state: 'finished', size: 2_100 })
  })

  it('take turns: a short one does not wait for the end of a long one', async () => {
    const long = await scene.planning(await scene.students(4_000))
    const short = await scene.planning(await scene.students(20))
    const telegram = createFakeTelegram(() => pause(20).then(() => undefined))
    worker(telegram)
    await producer.enqueue(campaignPlan, { campaignId: long.id })
    await waitFor(() => telegram.calls.length > 100, { what: 'the long one to run', timeoutMs: 10_000 })
    const before = telegram.calls.length
    await producer.enqueue(campaignPlan, { campaignId: short.id })
    await finished(short)
    expect((await scene.found(long)).state).toBe('running')
    // Five chunks share the places: every fifth send was the short one's, give or take its way through the queue.
    expect(telegram.calls.length - before).toBeLessThan(1_000)
  })

  it('go on in another worker when one stops', async () => {
    const campaign = await scene.planning(await scene.students(600))
    const telegram = createFakeTelegram(() => pause(5).then(() => undefined))
    const first = worker(telegram)
    await producer.enqueue(campaignPlan, { campaignId: campaign.id })
    await waitFor(() => telegram.calls.length > 50, { what: 'the first worker to send', timeoutMs: 10_000 })
    await stop(first)
    expect(telegram.received().size).toBeLessThan(600)
    worker(telegram)
    await finished(campaign)
    expect(telegram.received().size).toBe(600)
    expect([...telegram.received().values()].every((times) => times === 1)).toBe(true)
  })

  it('go on after Redis has lost every job', async () => {
    const campaign = await scene.planning(await scene.students(600))
    const telegram = createFakeTelegram(() => pause(5).then(() => undefined))
    const first = worker(telegram)
    await producer.enqueue(campaignPlan, { campaignId: campaign.id })
    await waitFor(() => telegram.calls.length > 50, { what: 'the first worker to send', timeoutMs: 10_000 })
    await stop(first)
    await redis.flushall()
    worker(telegram)
    await createSweeper({ ...QUIET, database: scene.database, producer, clock: systemClock })({
      signal: new AbortController().signal,
    })
    await finished(campaign)
    expect([...telegram.received().values()].every((times) => times === 1)).toBe(true)
    expect(telegram.received().size).toBe(600)
  })
})
