import { closeRedis, createLogger, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { redisMemory, watchMemory } from './redis-memory.ts'
import type { MemoryGuard } from './redis-memory.ts'
import { keepUnreadable } from './unreadable.ts'

const logger = createLogger({ service: 'test', level: 'silent' })
const PATIENCE = { timeout: 10_000, interval: 50 }
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
let guard: MemoryGuard | undefined

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  await redis.connect()
})
afterEach(async () => {
  guard?.stop()
  await redis.config('SET', 'maxmemory', '0')
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})

/** Sets the limit so that what is used now is this part of it. */
async function fillTo(ratio: number): Promise<void> {
  const used = Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1])
  await redis.config('SET', 'maxmemory', String(Math.round(used / ratio)))
}

describe('redisMemory', () => {
  it('is 0 when there is no limit', async () => expect((await redisMemory(redis)).ratio).toBe(0))

  it('is the used part of the limit', async () => {
    await fillTo(0.5)
    expect((await redisMemory(redis)).ratio).toBeCloseTo(0.5, 1)
  })
})

describe('watchMemory', () => {
  it('tells that Redis is too full, and that it has room again', async () => {
    guard = watchMemory(redis, logger)
    expect(guard.full()).toBe(false)
    await fillTo(0.95)
    await vi.waitFor(() => expect(guard?.full()).toBe(true), PATIENCE)
    await fillTo(0.5)
    await vi.waitFor(() => expect(guard?.full()).toBe(false), PATIENCE)
  })
})

describe('keepUnreadable', () => {
  const kept = async () =>
    (await redis.lrange('{abitly}:unreadable', 0, -1)).map((entry) => JSON.parse(entry) as unknown)

  it('keeps reason, size and beginning of the latest hundred, for a week', async () => {
    for (let index = 0; index < 105; index += 1) await keepUnreadable(redis, `no. ${index}`, Buffer.from('{'))
    await keepUnreadable(redis, 'long', Buffer.alloc(50_000, 'x'))
    const entries = await kept()
    expect(entries).toHaveLength(100)
    expect(entries[0]).toEqual({ reason: 'long', bytes: 50_000, body: 'x'.repeat(16_384) })
    expect(entries[1]).toEqual({ reason: 'no. 104', bytes: 1, body: '{' })
    expect(await redis.ttl('{abitly}:unreadable')).toBeGreaterThan(6 * 86_400)
  })
})
