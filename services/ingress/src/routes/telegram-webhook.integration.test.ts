import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { closeRedis, connectRedis, createLogger, createRedis, systemClock } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createLaneInlet } from '@abitly/queue'
import type { LaneInlet } from '@abitly/queue'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createIngressMetrics } from '../metrics.ts'
import { keepUnreadable } from '../unreadable.ts'
import { telegramWebhook } from './telegram-webhook.ts'

const SECRET = 'correct-horse_battery-staple'
const logger = createLogger({ service: 'test', level: 'silent' })
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
let inlet: LaneInlet
let app: FastifyInstance

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'producer', name: 'test' })
  await connectRedis(redis)
  inlet = createLaneInlet(redis, { maxDepth: 3 })
  app = fastify({ logger: false })
  telegramWebhook(app, {
    path: '/telegram/webhook',
    secret: SECRET,
    inlet,
    keepUnreadable: (reason, body) => keepUnreadable(redis, reason, body),
    memory: { full: () => false },
    metrics: createIngressMetrics(redis, systemClock),
    logger,
  })
})
beforeEach(() => redis.flushall())
afterAll(async () => {
  await app.close()
  await inlet.close()
  await closeRedis(redis)
  await server.stop()
})

async function statusOf(payload: unknown): Promise<number> {
  const response = await app.inject({
    method: 'POST',
    url: '/telegram/webhook',
    headers: { 'x-telegram-bot-api-secret-token': SECRET, 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
  return response.statusCode
}
const message = (update_id: number) => ({ update_id, message: { chat: { id: 42 } } })
const waiting = () => redis.lrange('{abitly}:mb:42', 0, -1)

describe('the webhook on a real Redis', () => {
  it('acknowledges what lies in the mailbox of its chat, in order, once', async () => {
    for (const id of [1, 2, 1, 3]) expect(await statusOf(message(id))).toBe(200)
    expect(await waiting()).toEqual([1, 2, 3].map((id) => `${id} ${JSON.stringify(message(id))}`))
  })

  it('acknowledges what a full lane drops, and puts one notice in its place', async () => {
    for (const id of [1, 2, 3, 4, 5]) expect(await statusOf(message(id))).toBe(200)
    expect((await waiting()).slice(3)).toEqual(['4 {"update_id":4,"abitly_overflow":42}'])
  })

  it('keeps a body it cannot read', async () => {
    expect(await statusOf('no json')).toBe(200)
    expect(await redis.llen('{abitly}:unreadable')).toBe(1)
  })

  it('says 503 while Redis is frozen, and takes the redelivery once', async () => {
    await server.pause()
    try {
      expect(await statusOf(message(1))).toBe(503)
      expect(await statusOf('no json')).toBe(503)
    } finally {
      await server.resume()
    }
    await expect.poll(() => statusOf(message(1)), { timeout: 10_000 }).toBe(200)
    expect(await waiting()).toHaveLength(1)
  })

  it('says 503 while Redis refuses writes for want of memory', async () => {
    await redis.config('SET', 'maxmemory', '1')
    try {
      expect(await statusOf(message(1))).toBe(503)
    } finally {
      await redis.config('SET', 'maxmemory', '0')
    }
    expect(await statusOf(message(1))).toBe(200)
  })

  it('says 503 while Redis is dead, and serves again with what was stored', async () => {
    expect(await statusOf(message(1))).toBe(200)
    await server.kill()
    expect(await statusOf(message(2))).toBe(503)
    await server.restart()
    await expect.poll(() => statusOf(message(2)), { timeout: 10_000 }).toBe(200)
    expect(await waiting()).toHaveLength(2)
  })
})
