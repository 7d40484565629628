import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createLimiter } from './limiter.ts'
import type { Limiter, SendLane } from './limiter.ts'
import { createSendGate } from './send-gate.ts'
import { countScripts, withClock } from './testing/redis-stand-ins.ts'

const OPTIONS = { bulkPerSecond: 4, repliesPerSecond: 4, chatIntervalMs: 1_000, groupPerMinute: 20 }
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: ReturnType<typeof createRedis>

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})
beforeEach(async () => {
  await redis.flushall()
  await redis.set('{abitly}:lim:birth', '1')
})

/** A limiter whose scripts are counted and whose clock stands still: on a busy machine, too, nobody is late. */
function open() {
  const { redis: counted, count } = countScripts(withClock(redis, { now: 1_000_000_000_000 }))
  return { limiter: createLimiter(counted, OPTIONS), scripts: count }
}
/** Sends to so many chats at once. */
const passAll = (limiter: Limiter, lane: SendLane, chats: number) => {
  const gate = createSendGate(limiter, lane)
  return Promise.all(Array.from({ length: chats }, (_, chat) => gate.pass(chat + 1)))
}

it.each(['reply', 'bulk'] as const)('a %s that sleeps for its slot costs two scripts', async (lane) => {
  const { limiter, scripts } = open()
  for (let chat = 1; chat <= 4; chat += 1) await limiter.take(lane, chat)
  expect(await createSendGate(limiter, lane).pass(5)).toMatchObject({ kind: 'go' })
  expect(scripts()).toBe(4 + 2)
})

it('asks about pauses in one script', async () => {
  const { limiter, scripts } = open()
  await limiter.pauseLeft('bulk', 7)
  expect(scripts()).toBe(1)
})

it('lets nobody out who slept while bulk was stopped, and reserves nothing for them', async () => {
  const { limiter, scripts } = open()
  await limiter.take('bulk', 99)
  const passages = passAll(limiter, 'bulk', 3)
  await expect.poll(scripts).toBe(1 + 3)
  await limiter.refuse('bulk', 1, 30_000)
  expect(await passages).toMatchObject(Array(3).fill({ kind: 'later' }))
  expect(await redis.zcard('{abitly}:lim:g:bulk')).toBe(1 + 3)
})

it('a bulk message whose chat is busy waits without holding a slot of others', async () => {
  const counted = countScripts(redis)
  const limiter = createLimiter(counted.redis, OPTIONS)
  await limiter.take('reply', 1)
  const busy = createSendGate(limiter, 'bulk').pass(1)
  await expect.poll(counted.count).toBe(2)
  expect(await redis.exists('{abitly}:lim:g:bulk')).toBe(0)
  expect(await limiter.take('bulk', 2)).toMatchObject({ granted: true, waitMs: 0 })
  expect(await busy).toMatchObject({ kind: 'go' })
})
