import { closeRedis, createLogger, createRedis, defineFault, randomId } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestRedis, waitFor } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { QUEUES } from './catalog.ts'
import { openQueue } from './connection.ts'
import { startConsumer } from './consumer.ts'
import type { Consumer } from './consumer.ts'
import { handleJob } from './job-handler.ts'
import type { JobHandler } from './job-handler.ts'
import { campaignPlan } from './jobs/campaign-plan.ts'
import type { CampaignPayload } from './jobs/campaign-plan.ts'
import { createProducer } from './producer.ts'
import type { Producer } from './producer.ts'
import { watchQueue } from './queue-figures.ts'

const logger = createLogger({ service: 'test', level: 'silent' })
const away = defineFault('TEST_AWAY', 'away', { environment: true, retryAfterMs: 1 })
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
let producer: Producer
let consumers: Consumer[] = []

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  producer = createProducer(redis)
})
beforeEach(() => redis.flushall())
afterEach(async () => {
  await Promise.all(consumers.map((consumer) => consumer.close(5_000)))
  consumers = []
})
afterAll(async () => {
  await producer.close()
  await closeRedis(redis)
  await server.stop()
})

function consume(handler: JobHandler<CampaignPayload>): Consumer {
  const handlers = [handleJob(campaignPlan, handler)]
  const consumer = startConsumer({ redis, queue: QUEUES.routines, handlers, concurrency: 4, logger })
  consumers.push(consumer)
  return consumer
}

/** A handler that notes its calls and answers what it is told, in turn; nothing when it has been told all. */
function handler(...answers: (() => ReturnType<JobHandler<CampaignPayload>>)[]) {
  const seen: string[] = []
  const run: JobHandler<CampaignPayload> = async ({ campaignId }) => {
    seen.push(campaignId)
    return await answers[seen.length - 1]?.()
  }
  return { seen, run }
}

const calls = (seen: readonly string[], count: number) =>
  waitFor(() => seen.length >= count, { what: `${count} runs`, timeoutMs: 10_000 })

async function counts(): Promise<Record<string, number>> {
  const queue = watchQueue(redis, QUEUES.routines)
  try {
    return await queue.count()
  } finally {
    await queue.close()
  }
}

const idle = () =>
  waitFor(async () => Object.values(await counts()).every((count) => count === 0), {
    what: 'an empty queue',
    timeoutMs: 10_000,
  })

describe('a job', () => {
  it('that is enqueued many times while it waits runs once', async () => {
    const campaignId = randomId()
    for (let time = 0; time < 5; time += 1) await producer.enqueue(campaignPlan, { campaignId })
    const { seen, run } = handler()
    consume(run)
    await idle()
    expect(seen).toEqual([campaignId])
  })

  it('that is enqueued while it runs runs once more: nothing that came meanwhile is stranded', async () => {
    const campaignId = randomId()
    const again = () => producer.enqueue(campaignPlan, { campaignId })
    const { seen, run } = handler(async () => {
      await again()
      await again()
    })
    consume(run)
    await again()
    await idle()
    expect(seen).toHaveLength(2)
  })

  it('comes again when its handler asks for it, and uses up no attempt', async () => {
    const again = () => Promise.resolve({ againAfterMs: 0 })
    const { seen, run } = handler(again, again, again, again, again, again, again)
    consume(run)
    await producer.enqueue(campaignPlan, { campaignId: randomId() })
    await idle()
    expect(seen).toHaveLength(8)
  })

  it('that waits for later is brought forward by enqueuing it again', async () => {
    const campaignId = randomId()
    const { seen, run } = handler(() => Promise.resolve({ againAfterMs: 3_600_000 }))
    consume(run)
    await producer.enqueue(campaignPlan, { campaignId })
    await waitFor(async () => (await counts())['delayed'] === 1, { what: 'the delay', timeoutMs: 10_000 })
    await producer.enqueue(campaignPlan, { campaignId })
    await calls(seen, 2)
    await idle()
  })

  it('waits while the surroundings are away, however often', async () => {
    const fail = () => Promise.reject(away())
    const { seen, run } = handler(fail, fail)
    consume(run)
    await producer.enqueue(campaignPlan, { campaignId: randomId() })
    await calls(seen, 3)
    await idle()
  })

  it('of nobody’s making fails once and holds up no other', async () => {
    const queue = openQueue(redis, QUEUES.routines)
    await queue.add(campaignPlan.name, { campaignId: 'nonsense' }, { attempts: 5 })
    await queue.add('nobody.handles-this', {}, { attempts: 5 })
    const { seen, run } = handler()
    consume(run)
    const campaignId = randomId()
    await producer.enqueue(campaignPlan, { campaignId })
    await waitFor(async () => (await queue.getFailedCount()) === 2, {
      what: 'both failed',
      timeoutMs: 10_000,
    })
    const reasons = (await queue.getFailed()).map(({ failedReason }) => failedReason)
    expect(reasons.join()).toContain('campaign.plan')
    expect(reasons.join()).toContain('nobody.handles-this')
    expect(reasons.join()).not.toContain('nonsense')
    expect(seen).toEqual([campaignId])
    await queue.close()
  })
})

describe('stopping', () => {
  it('tells the handler, which gives the job back for the next process', async () => {
    const campaignId = randomId()
    let started = false
    const consumer = consume(async (_payload, { signal }) => {
      started = true
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      return { againAfterMs: 0 }
    })
    await producer.enqueue(campaignPlan, { campaignId })
    await waitFor(() => started, { what: 'the run', timeoutMs: 10_000 })
    await consumer.close(10_000)
    const { seen, run } = handler()
    consume(run)
    await calls(seen, 1)
    expect(seen).toEqual([campaignId])
  })
})

it('a payload that breaks its contract is not enqueued', async () => {
  await expect(producer.enqueue(campaignPlan, { campaignId: 'nonsense' })).rejects.toThrow('UUID')
  expect((await counts())['waiting']).toBe(0)
})
