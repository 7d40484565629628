import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLimiter } from './limiter.ts'
import type { Grant, Limiter, LimiterOptions, SendLane } from './limiter.ts'
import { withClock } from './testing/redis-stand-ins.ts'

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
/** Stands still during a test: on a busy machine, too, all of it happens at one moment. Microseconds. */
const clock = { now: 0 }
/** A Redis that has been counting for long, so that bulk need not wait for it. */
beforeEach(async () => {
  await redis.flushall()
  await redis.set('{abitly}:lim:birth', '1')
  clock.now = Date.now() * 1_000
})

const limiterWith = (options: Partial<LimiterOptions> = {}) =>
  createLimiter(withClock(redis, clock), { ...OPTIONS, ...options })

async function takeEach(limiter: Limiter, lane: SendLane, chats: number): Promise<Grant[]> {
  const grants = []
  for (let chat = 1; chat <= chats; chat += 1) grants.push(await limiter.take(lane, chat))
  return grants
}
const timesOf = (grants: Grant[]) => grants.flatMap((grant) => (grant.granted ? [grant.slot.at] : []))

describe('the window of a lane', () => {
  it('reserves replies up to a second ahead, the cap in each', async () => {
    const grants = await takeEach(limiterWith({ repliesPerSecond: 20 }), 'reply', 70)
    const times = timesOf(grants)
    expect(times.length).toBeGreaterThanOrEqual(40)
    expect(times[20]! - times[0]!).toBeGreaterThanOrEqual(1_030_000)
    expect(grants.at(-1)).toMatchObject({ granted: false, because: 'lane' })
  })

  it('reserves bulk up to a second ahead, evenly', async () => {
    const grants = await takeEach(limiterWith(), 'bulk', 70)
    const times = timesOf(grants)
    expect(times.length).toBeGreaterThanOrEqual(30)
    for (const [index, at] of times.slice(1).entries())
      expect(at - times[index]!).toBeGreaterThanOrEqual(34_334)
    expect(grants.at(-1)).toMatchObject({ granted: false, because: 'lane' })
  })

  it('sends who finds it full away until half of what is reserved has gone out', async () => {
    const [refused] = (await takeEach(limiterWith(), 'bulk', 70)).filter((grant) => !grant.granted)
    expect(refused).toMatchObject({ granted: false })
    expect(refused?.granted === false && refused.retryMs).toBeGreaterThan(500)
    expect(refused?.granted === false && refused.retryMs).toBeLessThan(600)
  })

  it('keeps replies free while bulk is used up', async () => {
    const limiter = limiterWith({ bulkPerSecond: 1 })
    await takeEach(limiter, 'bulk', 5)
    expect(await limiter.take('reply', 900)).toMatchObject({ granted: true, waitMs: 0 })
  })

  it('shares one budget among any number of limiters', async () => {
    const limiters = Array.from({ length: 4 }, () => limiterWith({ repliesPerSecond: 8 }))
    const grants = await Promise.all(
      Array.from({ length: 40 }, (_, chat) => limiters[chat % 4]!.take('reply', chat + 1)),
    )
    expect(grants.filter((grant) => grant.granted && grant.waitMs === 0).length).toBe(8)
  })
})

describe('an album', () => {
  it('takes a slot for each part, all at the moment it goes out', async () => {
    const limiter = limiterWith({ repliesPerSecond: 10 })
    await limiter.take('reply', 1, 9)
    const [one, two] = [await limiter.take('reply', 2), await limiter.take('reply', 3)]
    expect(one).toMatchObject({ granted: true, waitMs: 0 })
    expect(two.granted && two.waitMs).toBeGreaterThan(500)
  })

  it('waits until all of its parts have room, and keeps its chat busy for each', async () => {
    const limiter = limiterWith({ repliesPerSecond: 10 })
    await takeEach(limiter, 'reply', 5)
    const album = await limiter.take('reply', 50, 6)
    expect(album.granted && album.waitMs).toBeGreaterThan(500)
    const next = await limiter.take('reply', 50)
    expect(next).toMatchObject({ granted: false, because: 'chat' })
    expect(next.granted ? 0 : next.retryMs).toBeGreaterThan(1_500)
  })

  it('with more parts than the window goes out alone', async () => {
    const limiter = limiterWith({ repliesPerSecond: 4 })
    expect(await limiter.take('reply', 1, 10)).toMatchObject({ granted: true, waitMs: 0 })
    const next = await limiter.take('reply', 2)
    expect(next.granted && next.waitMs).toBeGreaterThan(500)
  })
})

describe('the pace of one chat', () => {
  it('lets a short burst of replies pass, then one a second, and holds no slot meanwhile', async () => {
    const limiter = limiterWith()
    const grants = []
    for (let count = 0; count < 5; count += 1) grants.push(await limiter.take('reply', 7))
    expect(grants.map((grant) => grant.granted)).toEqual([true, true, true, false, false])
    expect(grants[4]).toMatchObject({ because: 'chat' })
    expect(await redis.zcard('{abitly}:lim:g:reply')).toBe(3)
  })

  it('keeps a bulk message a second away from the last message to that chat', async () => {
    const limiter = limiterWith()
    await limiter.take('reply', 7)
    const bulk = await limiter.take('bulk', 7)
    expect(bulk.granted ? 0 : bulk.retryMs).toBeGreaterThan(500)
  })

  it('lets bulk have a slot that comes when its chat is free again', async () => {
    const limiter = limiterWith({ chatIntervalMs: 300 })
    await limiter.take('bulk', 7)
    await takeEach(limiter, 'bulk', 20)
    expect(await limiter.take('bulk', 7)).toMatchObject({ granted: true })
  })

  it.each([1_000, 100])(
    'lets a reply overtake bulk that waits for its slot: each %i ms',
    async (chatIntervalMs) => {
      const limiter = limiterWith({ chatIntervalMs })
      const grants = await takeEach(limiter, 'bulk', 70)
      const last = grants.findLastIndex(({ granted }) => granted) + 1
      expect(await limiter.take('reply', last)).toMatchObject({ granted: true, waitMs: 0 })
    },
  )

  it('keeps three seconds between messages to a group', async () => {
    const limiter = limiterWith()
    await limiter.take('reply', -100)
    const second = await limiter.take('reply', -100)
    expect(second.granted ? 0 : second.retryMs).toBeGreaterThan(2_000)
  })

  it('does not slow other chats', async () => {
    const limiter = limiterWith()
    for (let count = 0; count < 5; count += 1) await limiter.take('reply', 7)
    expect(await limiter.take('reply', 8)).toMatchObject({ granted: true, waitMs: 0 })
  })
})

describe('obeying a 429', () => {
  const left = (lane: SendLane, chat: number) => limiterWith().pauseLeft(lane, chat)

  it('to a reply stops that chat, for replies and bulk, and nobody else', async () => {
    expect(await limiterWith().refuse('reply', 7, 30_000)).toBe('chat')
    expect(await left('reply', 7)).toBeGreaterThan(29_000)
    expect(await left('bulk', 7)).toBeGreaterThan(29_000)
    expect(await left('reply', 8)).toBe(0)
    expect(await left('bulk', 8)).toBe(0)
    expect(await limiterWith().take('reply', 7)).toMatchObject({ granted: false, because: 'chat' })
    expect(await limiterWith().take('bulk', 8)).toMatchObject({ granted: true })
  })

  it('to bulk stops all bulk, and no reply', async () => {
    expect(await limiterWith().refuse('bulk', 7, 30_000)).toBe('bulk')
    expect(await limiterWith().take('bulk', 8)).toMatchObject({ granted: false, because: 'lane' })
    expect(await limiterWith().take('reply', 8)).toMatchObject({ granted: true })
  })

  it('in two chats within five seconds stops everything', async () => {
    await limiterWith().refuse('reply', 7, 30_000)
    expect(await limiterWith().refuse('reply', 8, 30_000)).toBe('all')
    expect(await limiterWith().take('reply', 9)).toMatchObject({ granted: false, because: 'lane' })
    expect(await left('bulk', 9)).toBeGreaterThan(29_000)
  })

  it('twice in one chat still concerns that chat only, and a pause never gets shorter', async () => {
    await limiterWith().refuse('reply', 7, 30_000)
    expect(await limiterWith().refuse('reply', 7, 10_000)).toBe('chat')
    expect(await left('reply', 7)).toBeGreaterThan(29_000)
  })

  it('revokes slots that were granted before it', async () => {
    const limiter = limiterWith()
    const [grant] = await takeEach(limiter, 'bulk', 1)
    if (grant?.granted !== true) throw new Error('refused')
    expect(await limiter.check('bulk', 1, grant.slot)).toEqual({ kind: 'go' })
    await limiter.refuse('bulk', 1, 30_000)
    expect(await limiter.check('bulk', 1, grant.slot)).toMatchObject({ kind: 'paused' })
  })

  it('shows how long everything and bulk are stopped', async () => {
    expect(await limiterWith().pauses()).toEqual({ all: 0, bulk: 0 })
    await limiterWith().refuse('bulk', 7, 30_000)
    const { all, bulk } = await limiterWith().pauses()
    expect(all).toBe(0)
    expect(bulk).toBeGreaterThan(29_000)
    expect(bulk).toBeLessThanOrEqual(30_000)
  })
})

describe('a Redis that came back empty', () => {
  it('keeps bulk waiting for a window, once, and no reply', async () => {
    await redis.flushall()
    const grants = await takeEach(limiterWith(), 'bulk', 3)
    expect(grants[0]?.granted && grants[0].waitMs).toBe(1_030)
    expect(await limiterWith().take('reply', 9)).toMatchObject({ granted: true, waitMs: 0 })
    expect(await redis.ttl('{abitly}:lim:birth')).toBe(-1)
    expect(Number(await redis.get('{abitly}:lim:birth'))).toBe(clock.now)
  })

  it('honours no slot of the one that was lost', async () => {
    const limiter = limiterWith()
    const [grant] = await takeEach(limiter, 'bulk', 1)
    if (grant?.granted !== true) throw new Error('refused')
    await redis.flushall()
    clock.now += 1
    expect(await limiter.check('bulk', 1, grant.slot)).toEqual({ kind: 'late' })
    await takeEach(limiter, 'bulk', 1)
    expect(await limiter.check('bulk', 1, grant.slot)).toEqual({ kind: 'late' })
  })
})

describe('a token that Telegram refuses', () => {
  const token = (letter: string) => ['123456', letter.repeat(35)].join(':')

  it('stops both lanes in every process until it is accepted again', async () => {
    const [one, other] = [limiterWith({ token: token('A') }), limiterWith({ token: token('A') })]
    await one.revoke()
    expect(await other.revoked()).toBe(true)
    expect(await other.take('bulk', 1)).toMatchObject({ granted: false, because: 'revoked' })
    expect(await other.take('reply', 1)).toMatchObject({ granted: false, because: 'revoked' })
    expect(await other.check('reply', null)).toEqual({ kind: 'revoked' })
    await other.restore()
    expect(await one.revoked()).toBe(false)
    expect(await one.take('reply', 1)).toMatchObject({ granted: true })
  })

  it('does not stop its successor', async () => {
    await limiterWith({ token: token('A') }).revoke()
    expect(await limiterWith({ token: token('B') }).take('reply', 1)).toMatchObject({ granted: true })
  })

  it('is remembered without being told', async () => {
    await limiterWith({ token: token('A') }).revoke()
    const keys = await redis.keys('*')
    expect(keys.filter((key) => key.startsWith('{abitly}:lim:revoked:'))).toHaveLength(1)
    expect(keys.join()).not.toContain('AAAA')
  })
})

it('keeps all of its keys under one prefix', async () => {
  const limiter = limiterWith()
  for (const lane of ['bulk', 'reply'] as const) {
    await limiter.take(lane, 1)
    await limiter.refuse(lane, 1, 1_000)
    await limiter.refuse(lane, 2, 1_000)
  }
  await limiter.revoke()
  const keys = await redis.keys('*')
  expect(keys.length).toBeGreaterThan(8)
  expect(keys.filter((key) => !key.startsWith('{abitly}:lim:'))).toEqual([])
})
