import { fileURLToPath } from 'node:url'
import { closeRedis, connectRedis, createLogger, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestRedis, spawnService, waitFor } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { takePollingLock } from './lock.ts'
import type { LockOptions, PollingLock } from './lock.ts'

const KEY = 'bot_polling_lock'
const LASTING: LockOptions = { lockMs: 60_000, renewEveryMs: 50 }
/** Longer than a command may take (2 s), so that a frozen Redis shows as a failed renewal first. */
const SHORT: LockOptions = { lockMs: 4_000, renewEveryMs: 1_000 }
const PATIENCE = { timeout: 15_000, interval: 10 }
const logger = createLogger({ service: 'test', level: 'silent' })
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
const taken: PollingLock[] = []

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'producer', name: 'test' })
  await connectRedis(redis)
})
afterEach(async () => {
  await Promise.all(taken.splice(0).map((lock) => lock.release()))
  await redis.flushall()
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})

async function take(options: LockOptions = LASTING): Promise<PollingLock> {
  const lock = await takePollingLock({ redis, logger, environment: 'development' }, options)
  taken.push(lock)
  return lock
}
const lossOf = async (lock: PollingLock): Promise<unknown> => {
  await vi.waitFor(() => expect(lock.lost.aborted).toBe(true), PATIENCE)
  expect(lock.held()).toBe(false)
  return lock.lost.reason
}

describe('the polling lock', () => {
  it('says whose it is, and lives for a minute', async () => {
    await take()
    const holder = JSON.parse((await redis.get(KEY)) ?? '') as Record<string, unknown>
    expect(Object.keys(holder)).toEqual(['host', 'pid', 'env', 'ts', 'owner'])
    expect(holder).toMatchObject({ pid: process.pid, env: 'development' })
    expect(Math.abs(Number(holder['ts']) - Date.now() / 1_000)).toBeLessThan(30)
    expect(await redis.pttl(KEY)).toBeGreaterThan(50_000)
  })

  it('is refused to a second process, which hears whose it is and how to free it', async () => {
    const first = await take()
    await expect(take()).rejects.toMatchObject({
      code: 'POLLING_LOCK_HELD',
      message: expect.stringMatching(
        new RegExp(`pnpm abitly release-lock.*process ${process.pid} on .+ \\(development\\) for \\d+ s`),
      ) as string,
    })
    expect(first.held()).toBe(true)
  })

  it('goes to one of two who ask at once', async () => {
    const both = await Promise.allSettled([take(), take()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is renewed for as long as its holder lives', async () => {
    const lock = await take()
    for (let round = 0; round < 2; round += 1) {
      await redis.pexpire(KEY, 5_000)
      await vi.waitFor(async () => expect(await redis.pttl(KEY)).toBeGreaterThan(50_000), PATIENCE)
    }
    expect(lock.held()).toBe(true)
  })

  it('is free for the next as soon as it is released', async () => {
    const first = await take()
    await first.release()
    expect([first.held(), await redis.get(KEY)]).toEqual([false, null])
    expect((await take()).held()).toBe(true)
  })

  it('is lost when somebody else has it, whose lock is left alone', async () => {
    const lock = await take()
    const other = JSON.stringify({ host: 'elsewhere', pid: 7, env: 'development', ts: 0, owner: 'y' })
    await redis.set(KEY, other, 'PX', 30_000)
    expect(await lossOf(lock)).toMatchObject({
      code: 'POLLING_LOCK_LOST',
      message: expect.stringContaining('process 7 on elsewhere') as string,
    })
    await lock.release()
    expect(await redis.get(KEY)).toBe(other)
    expect(await redis.pttl(KEY)).toBeLessThanOrEqual(30_000)
  })

  it('is lost when Redis has forgotten it, and is not taken again', async () => {
    const lock = await take()
    await redis.flushall()
    expect(await lossOf(lock)).toMatchObject({
      message: expect.stringContaining('Redis knows it no more') as string,
    })
    expect(await redis.get(KEY)).toBeNull()
  })

  it('is held no more, by our own clock, from before Redis can give it to another', async () => {
    const lock = await take(SHORT)
    const pausedAt = performance.now()
    await server.pause()
    try {
      expect(await lossOf(lock)).toMatchObject({
        message: expect.stringContaining('could not be renewed in time') as string,
      })
      expect(performance.now() - pausedAt).toBeGreaterThan(SHORT.lockMs / 2)
    } finally {
      await server.resume()
    }
  })

  it('outlives a Redis that is away for a while', async () => {
    const lock = await take()
    await server.kill()
    await server.restart()
    await vi.waitFor(() => redis.pexpire(KEY, 10_000), PATIENCE)
    await vi.waitFor(async () => expect(await redis.pttl(KEY)).toBeGreaterThan(50_000), PATIENCE)
    expect(lock.held()).toBe(true)
  })
})

describe('a poller that was frozen for longer than its lock lives', () => {
  it('polls not even once more, and leaves the lock to whoever has it now', async () => {
    const frozen = await spawnService({
      name: 'frozen',
      nodeArgs: ['--import', 'tsx', '--conditions=development'],
      script: fileURLToPath(new URL('testing/lock-process.ts', import.meta.url)),
      args: [server.url, String(SHORT.lockMs)],
    })
    await waitFor(() => frozen.logs().includes('poll'), { what: 'the first poll', timeoutMs: 20_000 })
    frozen.kill('SIGSTOP')
    await vi.waitFor(async () => expect(await redis.exists(KEY)).toBe(0), PATIENCE)
    const before = frozen.logs()
    const successor = await take()
    const its = await redis.get(KEY)

    frozen.kill('SIGCONT')
    expect((await frozen.exited).code).toBe(1)
    const after = frozen.logs().slice(before.length)
    expect(after).toContain('This process polls no more')
    expect(after).not.toContain('poll\n')
    expect([successor.held(), await redis.get(KEY)]).toEqual([true, its])
  })
})
