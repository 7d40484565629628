import { closeRedis, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLease } from './lease.ts'

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
  it('goes to one of many who ask at once', async () => {
    const leases = Array.from({ length: 10 }, (_, index) => leaseOf(`replica-${index}`))
    const won = await Promise.all(leases.map((lease) => lease.acquire()))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await redis.get(KEY)).toBe(`replica-${won.indexOf(true)}`)
  })

  it('ends by itself when nobody renews it', async () => {
    await leaseOf('winner', 100).acquire()
    await expect.poll(() => leaseOf('loser').acquire(), { timeout: 10_000 }).toBe(true)
  })

  it('lives on when its owner renews it', async () => {
    await leaseOf('winner', 5_000).acquire()
    expect(await leaseOf('winner').renew()).toBe(true)
    expect(await redis.pttl(KEY)).toBeGreaterThan(50_000)
  })

  it('cannot be renewed by anybody else', async () => {
    await leaseOf('winner', 5_000).acquire()
    expect(await leaseOf('loser').renew()).toBe(false)
    expect(await redis.get(KEY)).toBe('winner')
    expect(await redis.pttl(KEY)).toBeLessThanOrEqual(5_000)
  })

  it('cannot be renewed once it has ended: somebody else may have had it meanwhile', async () => {
    const lease = leaseOf('winner')
    await lease.acquire()
    await redis.del(KEY)
    expect(await lease.renew()).toBe(false)
    expect(await redis.exists(KEY)).toBe(0)
  })

  it('stays with the winner when the loser releases', async () => {
    await leaseOf('winner').acquire()
    await leaseOf('loser').release()
    expect(await redis.get(KEY)).toBe('winner')
  })

  it('is free at once when its owner releases it', async () => {
    const winner = leaseOf('winner')
    await winner.acquire()
    await winner.release()
    expect(await leaseOf('loser').acquire()).toBe(true)
  })
})
