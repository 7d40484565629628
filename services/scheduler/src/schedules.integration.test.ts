import { closeRedis, createLogger, createRedis } from '@abitly/runtime'
import type { Database } from '@abitly/database'
import type { Redis } from '@abitly/runtime'
import { QUEUES, createLaneInlet, createMailbox, createProducer, watchQueue } from '@abitly/queue'
import { createTestRedis, fixedClock } from '@abitly/testing'
import cron from 'node-cron'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schedules } from './schedules.ts'

const logger = createLogger({ service: 'test', level: 'silent' })
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
let inlet: ReturnType<typeof createLaneInlet>
let producer: ReturnType<typeof createProducer>

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  inlet = createLaneInlet(redis, { maxDepth: 10 })
  producer = createProducer(redis)
})
beforeEach(() => redis.flushall())
afterAll(async () => {
  await inlet.close()
  await producer.close()
  await closeRedis(redis)
  await server.stop()
})

const purged: Date[] = []
const purge = (before: Date): Promise<number> => Promise.resolve(purged.push(before))
const database = { repositories: { processedUpdates: { purge } } } as unknown as Database
const clock = fixedClock('2026-07-24T10:00:00Z')
const list = () => schedules({ redis, inlet, producer, database, clock, logger })

describe('the schedules', () => {
  it('have names of their own and times that node-cron understands', () => {
    expect(new Set(list().map(({ name }) => name)).size).toBe(list().length)
    for (const schedule of list()) expect(cron.validate(schedule.cron)).toBe(true)
  })
})

describe('processed-updates-purge', () => {
  it('deletes what is older than three days', async () => {
    await list()
      .find(({ name }) => name === 'processed-updates-purge')
      ?.run()
    expect(purged).toEqual([new Date('2026-07-21T10:00:00Z')])
  })
})

describe('campaign-sweep', () => {
  it('leaves one job for the workers, however often it fires before they take it', async () => {
    const sweep = list().find(({ name }) => name === 'campaign-sweep')
    await sweep?.run()
    await sweep?.run()
    const queue = watchQueue(redis, QUEUES.routines)
    expect((await queue.count())['waiting']).toBe(1)
    await queue.close()
  })
})

describe('mailbox-sweep', () => {
  const sweep = () =>
    list()
      .find(({ name }) => name === 'mailbox-sweep')
      ?.run()
  const waitingJobs = async () => {
    const queue = watchQueue(redis, QUEUES.updates)
    const { waiting } = await queue.count()
    await queue.close()
    return waiting
  }
  /** An update whose wake-up got lost so many seconds ago. */
  async function strand(lane: string, secondsAgo: number): Promise<void> {
    await createMailbox(redis).push(lane, { updateId: Number(lane), json: '{}' }, { maxDepth: 10 })
    const [seconds] = await redis.time()
    await redis.zadd('{abitly}:mb', (Number(seconds) - secondsAgo) * 1_000, lane)
  }

  it('wakes lanes whose update has waited too long, each once, however often it runs', async () => {
    await strand('1', 40)
    await strand('2', 400)
    await sweep()
    await sweep()
    expect(await waitingJobs()).toBe(2)
  })

  it('leaves lanes alone that wait for their turn', async () => {
    await strand('3', 10)
    await sweep()
    expect(await waitingJobs()).toBe(0)
  })
})
