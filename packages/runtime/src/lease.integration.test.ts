import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLease, watchRelease } from './lease.ts'
import { closeRedis, createRedis } from './redis.ts'
import type { Redis } from './redis.ts'

const KEY = '{abitly}:scheduler:lease'
const LONG = 60_000
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'producer', name: 'test' })
  await redis.connect()
})
beforeEach(() => redis.flushall())
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})

const leaseOf = (owner: string, durationMs = LONG) => createLease(redis, KEY, owner, durationMs)

describe('a lease', () => {
  it('goes to one of many who ask at once, and all of them hear to whom', async () => {
    const leases = Array.from({ length: 10 }, (_, index) => leaseOf(`replica-${index}`))
    const owners = await Promise.all(leases.map((lease) => lease.hold()))
    expect(new Set(owners)).toEqual(new Set([await redis.get(KEY)]))
  })

  it('ends by itself when nobody holds on to it', async () => {
    await leaseOf('winner', 100).hold()
    await expect.poll(() => leaseOf('loser').hold(), { timeout: 10_000 }).toBe('loser')
  })

  it('lives on when its owner holds on to it', async () => {
    await leaseOf('winner', 5_000).hold()
    expect(await leaseOf('winner').hold()).toBe('winner')
    expect(await redis.pttl(KEY)).toBeGreaterThan(50_000)
  })

  it('cannot be prolonged by anybody else', async () => {
    await leaseOf('winner', 5_000).hold()
    expect(await leaseOf('loser').hold()).toBe('winner')
    expect(await redis.pttl(KEY)).toBeLessThanOrEqual(5_000)
  })

  it('stays with the winner when the loser releases', async () => {
    await leaseOf('winner').hold()
    expect(await leaseOf('loser').release()).toBe(false)
    expect(await redis.get(KEY)).toBe('winner')
  })

  it('is free at once when its owner releases it', async () => {
    const winner = leaseOf('winner')
    await winner.hold()
    expect(await winner.release()).toBe(true)
    expect(await leaseOf('loser').hold()).toBe('loser')
  })
})

describe('whoever waits for a lease', () => {
  it('hears that it was given up, and of nothing else', async () => {
    let heard = 0
    const watch = watchRelease({ url: server.url, name: 'test' }, KEY, () => (heard += 1))
    const winner = leaseOf('winner')
    // Until the subscription stands, nobody hears anything.
    await expect.poll(async () => (await redis.pubsub('NUMSUB', KEY))[1], { timeout: 10_000 }).toBe(1)
    await winner.hold()
    await leaseOf('loser').release()
    await winner.release()
    await expect.poll(() => heard, { timeout: 10_000 }).toBe(1)
    watch.close()
  })
})
