import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLimiter, waitForSlot } from './limiter.ts'
import type { Limiter, LimiterOptions, SendLane } from './limiter.ts'

const OPTIONS: LimiterOptions = {
  bulkPerSecond: 30,
  repliesPerSecond: 200,
  chatIntervalMs: 1000,
  groupPerMinute: 20,
}
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
beforeEach(() => redis.flushall())

/** The grant times on Redis' clock, in seconds: what the limiter promised, without a timer in between. */
async function grantTimes(lane: SendLane): Promise<number[]> {
  const rows = await redis.zrange(`{abitly}:lim:g:${lane}`, '0', '-1', 'WITHSCORES')
  return rows.filter((_, index) => index % 2 === 1).map((score) => Number(score) / 1e6)
}

async function takeEach(limiter: Limiter, lane: SendLane, chats: number) {
  const grants = []
  for (let chat = 1; chat <= chats; chat += 1) grants.push(await limiter.take(lane, chat))
  return grants
}

describe('the window of a lane', () => {
  it('reserves replies up to a second ahead, never more than the cap in any second', async () => {
    const limiter = createLimiter(redis, { ...OPTIONS, repliesPerSecond: 20 })
    const grants = await takeEach(limiter, 'reply', 70)
    const granted = grants.filter((grant) => grant.granted)
    expect(granted.length).toBeGreaterThanOrEqual(20)
    expect(granted.length).toBeLessThanOrEqual(41)
    expect(grants.at(-1)).toMatchObject({ granted: false })
    const newest = await grantTimes('reply')
    expect(newest.length).toBe(20)
    expect(newest.at(-1)! - newest[0]!).toBeLessThan(1.03)
    expect(Math.max(...granted.map((grant) => grant.waitMs))).toBeGreaterThan(900)
  })

  it('reserves nothing ahead for bulk', async () => {
    const limiter = createLimiter(redis, OPTIONS)
    const grants = await takeEach(limiter, 'bulk', 10)
    expect(grants.filter((grant) => grant.granted && grant.waitMs === 0).length).toBe(
      grants.filter((grant) => grant.granted).length,
    )
    expect(grants.some((grant) => !grant.granted)).toBe(true)
  })

  it('keeps replies free while bulk is used up', async () => {
    const limiter = createLimiter(redis, { ...OPTIONS, bulkPerSecond: 1 })
    await takeEach(limiter, 'bulk', 5)
    expect(await limiter.take('reply', 900)).toEqual({ granted: true, waitMs: 0 })
  })

  it('shares one budget among any number of limiters', async () => {
    const limiters = Array.from({ length: 4 }, () =>
      createLimiter(redis, { ...OPTIONS, repliesPerSecond: 8 }),
    )
    const grants = await Promise.all(
      Array.from({ length: 40 }, (_, chat) => limiters[chat % 4]!.take('reply', chat + 1)),
    )
    expect(grants.filter((grant) => grant.granted && grant.waitMs === 0).length).toBe(8)
  })
})

describe('the pace of one chat', () => {
  it('lets a short burst of replies pass, then one a second, and holds no place meanwhile', async () => {
    const limiter = createLimiter(redis, OPTIONS)
    const grants = []
    for (let count = 0; count < 5; count += 1) grants.push(await limiter.take('reply', 7))
    expect(grants.map((grant) => grant.granted)).toEqual([true, true, true, false, false])
    expect((await grantTimes('reply')).length).toBe(3)
  })

  it('keeps a bulk message a second away from the last message to that chat', async () => {
    const limiter = createLimiter(redis, OPTIONS)
    await limiter.take('reply', 7)
    const bulk = await limiter.take('bulk', 7)
    expect(bulk.granted ? 0 : bulk.retryMs).toBeGreaterThan(900)
  })

  it('keeps three seconds between messages to a group', async () => {
    const limiter = createLimiter(redis, OPTIONS)
    await limiter.take('reply', -100)
    const second = await limiter.take('reply', -100)
    expect(second.granted ? 0 : second.retryMs).toBeGreaterThan(2_900)
  })

  it('does not slow other chats', async () => {
    const limiter = createLimiter(redis, OPTIONS)
    for (let count = 0; count < 5; count += 1) await limiter.take('reply', 7)
    expect(await limiter.take('reply', 8)).toEqual({ granted: true, waitMs: 0 })
  })
})

describe('obeying a 429', () => {
  const limiter = () => createLimiter(redis, OPTIONS)
  const left = (lane: SendLane, chat: number) => limiter().pauseLeft(lane, chat)

  it('to a reply stops that chat, for replies and bulk, and nobody else', async () => {
    expect(await limiter().refuse('reply', 7, 30_000)).toBe('chat')
    expect(await left('reply', 7)).toBeGreaterThan(29_000)
    expect(await left('bulk', 7)).toBeGreaterThan(29_000)
    expect(await left('reply', 8)).toBe(0)
    expect(await left('bulk', 8)).toBe(0)
    expect(await limiter().take('reply', 7)).toMatchObject({ granted: false })
    expect(await limiter().take('reply', 8)).toMatchObject({ granted: true })
  })

  it('to bulk stops all bulk, and no reply', async () => {
    expect(await limiter().refuse('bulk', 7, 30_000)).toBe('bulk')
    expect(await limiter().take('bulk', 8)).toMatchObject({ granted: false })
    expect(await limiter().take('reply', 8)).toMatchObject({ granted: true })
  })

  it('in two chats within five seconds stops everything', async () => {
    await limiter().refuse('reply', 7, 30_000)
    expect(await limiter().refuse('reply', 8, 30_000)).toBe('all')
    expect(await limiter().take('reply', 9)).toMatchObject({ granted: false })
    expect(await left('bulk', 9)).toBeGreaterThan(29_000)
  })

  it('twice in one chat still concerns that chat only', async () => {
    await limiter().refuse('reply', 7, 30_000)
    expect(await limiter().refuse('reply', 7, 10_000)).toBe('chat')
    expect(await left('reply', 7)).toBeGreaterThan(29_000)
  })
})

describe('waiting for a slot', () => {
  it('sends at once when there is room', async () => {
    expect(await waitForSlot(createLimiter(redis, OPTIONS), 'reply', 1)).toBe(0)
  })

  it('waits out a short pause', async () => {
    const limiter = createLimiter(redis, OPTIONS)
    await limiter.refuse('reply', 7, 60)
    expect(await waitForSlot(limiter, 'reply', 7)).toBe(0)
    expect(await limiter.pauseLeft('reply', 7)).toBe(0)
  })

  it('gives its place up when the wait is long', async () => {
    const limiter = createLimiter(redis, OPTIONS)
    await limiter.refuse('reply', 7, 30_000)
    expect(await waitForSlot(limiter, 'reply', 7)).toBeGreaterThan(29_000)
  })
})
