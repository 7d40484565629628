import { closeRedis, connectRedis, createRedis, holderHere } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Io } from '../command.ts'
import { releaseLock } from './release-lock.ts'

const KEY = 'bot_polling_lock'
const SOMEBODY = JSON.stringify({
  ...holderHere('development', 'x', new Date(Date.now() - 300_500)),
  host: 'olha-laptop',
  pid: 4711,
})
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'producer', name: 'test' })
  await connectRedis(redis)
})
beforeEach(async () => {
  await redis.set(KEY, SOMEBODY, 'PX', 42_000)
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})

async function run(args: string[], ask?: Io['ask']) {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    env: { REDIS_URL: server.url },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ...(ask === undefined ? {} : { ask }),
  }
  return { code: await releaseLock.run(args, io), out: out.join('\n'), err: err.join('\n') }
}

describe('pnpm abitly release-lock', () => {
  it('says so when no lock is held', async () => {
    await redis.del(KEY)
    expect(await run([])).toEqual({ code: 0, out: 'No lock is held.', err: '' })
  })

  it('shows whose it is, since when and for how long, before it asks', async () => {
    const { out } = await run([], () => Promise.resolve('no'))
    expect(out).toContain('held by process 4711 on olha-laptop (development) for 5 min.')
    expect(out).toMatch(/ends by itself in 4[12] s/)
  })

  it.each(['yes', ' yes '])('frees it when %j is typed', async (typed) => {
    const { code, out } = await run([], () => Promise.resolve(typed))
    expect([code, await redis.get(KEY)]).toEqual([0, null])
    expect(out).toContain('The lock is free.')
  })

  it.each(['', 'y', 'no', 'YES'])('leaves it when %j is typed', async (typed) => {
    const { code, out } = await run([], () => Promise.resolve(typed))
    expect([code, await redis.get(KEY)]).toEqual([1, SOMEBODY])
    expect(out).toContain('Nothing was changed.')
  })

  it('frees it without a question for scripts that say --yes', async () => {
    expect((await run(['--yes'])).code).toBe(0)
    expect(await redis.get(KEY)).toBeNull()
  })

  it('refuses where nobody can be asked', async () => {
    const { code, err } = await run([])
    expect([code, await redis.get(KEY)]).toEqual([2, SOMEBODY])
    expect(err).toContain('--yes')
  })

  it('leaves the lock of whoever took it meanwhile', async () => {
    const { code, err } = await run([], async () => {
      await redis.set(KEY, 'somebody else')
      return 'yes'
    })
    expect([code, await redis.get(KEY)]).toEqual([1, 'somebody else'])
    expect(err).toContain('changed hands')
  })

  it('frees a lock that nobody can read and that never ends', async () => {
    await redis.set(KEY, 'rubbish')
    const { out } = await run(['--yes'])
    expect(out).toContain('somebody whose entry cannot be read')
    expect(out).toContain('It never ends by itself.')
    expect(await redis.get(KEY)).toBeNull()
  })

  it('explains itself when it is misunderstood', async () => {
    expect(await run(['--force'])).toMatchObject({ code: 2, err: 'Usage: pnpm abitly release-lock [--yes]' })
  })
})
