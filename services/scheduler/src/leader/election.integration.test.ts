import {
  closeRedis,
  connectRedis,
  createLease,
  createLogger,
  createRedis,
  watchRelease,
} from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createElection } from './election.ts'
import type { Election } from './election.ts'

const KEY = '{abitly}:scheduler:lease'
/** Longer than a command may take (2 s), so that a frozen Redis shows as a failed renewal first. */
const LEASE_MS = 4_000
const RENEW_EVERY_MS = 200
const PATIENCE = { timeout: 15_000, interval: 10 }
const logger = createLogger({ service: 'test', level: 'silent' })

interface Replica {
  election: Election
  leads(): boolean
  /** As SIGTERM does. */
  stop(): Promise<void>
}

let server: Awaited<ReturnType<typeof createTestRedis>>
const replicas: Replica[] = []
let mostAtOnce = 0
let watch: NodeJS.Timeout

async function startReplica(owner: string, renewEveryMs = RENEW_EVERY_MS): Promise<Replica> {
  const redis: Redis = createRedis({ url: server.url, profile: 'producer', name: owner })
  await connectRedis(redis)
  const lease = createLease(redis, KEY, owner, LEASE_MS)
  const election = createElection(
    { lease, owner, takeOver: () => Promise.resolve(), logger },
    { leaseMs: LEASE_MS, renewEveryMs },
  )
  const watch = watchRelease({ url: server.url, name: owner }, KEY, () => election.tryNow())
  const stopper = new AbortController()
  const term = election.run(stopper.signal)
  const replica = {
    election,
    leads: () => election.leads(),
    stop: async () => {
      stopper.abort()
      await term
      watch.close()
      await closeRedis(redis)
    },
  }
  replicas.push(replica)
  return replica
}

const leaders = () => replicas.filter((replica) => replica.leads())
async function leader(): Promise<Replica> {
  await vi.waitFor(() => expect(leaders()).toHaveLength(1), PATIENCE)
  return leaders()[0]!
}

async function listeners(): Promise<unknown> {
  const redis = createRedis({ url: server.url, profile: 'producer', name: 'test' })
  await redis.connect()
  const [, count] = await redis.pubsub('NUMSUB', KEY)
  await closeRedis(redis)
  return count
}

beforeAll(async () => {
  server = await createTestRedis()
})
beforeEach(() => {
  mostAtOnce = 0
  watch = setInterval(() => (mostAtOnce = Math.max(mostAtOnce, leaders().length)), 5)
})
afterEach(async () => {
  await Promise.all(replicas.splice(0).map((replica) => replica.stop()))
  clearInterval(watch)
  expect(mostAtOnce).toBe(1)
})
afterAll(() => server.stop())

describe('replicas that stand for leader', () => {
  it('have one leader, who stays', async () => {
    await Promise.all(['one', 'two', 'three'].map((owner) => startReplica(owner)))
    const first = await leader()
    const redis = createRedis({ url: server.url, profile: 'producer', name: 'test' })
    await redis.connect()
    // Three times: the lease was renewed since, and the others had their tries.
    for (let round = 0; round < 3; round += 1) {
      const before = await redis.pttl(KEY)
      await vi.waitFor(async () => expect(await redis.pttl(KEY)).toBeGreaterThan(before), PATIENCE)
      expect(leaders()).toEqual([first])
    }
    await closeRedis(redis)
  })

  it('have the next one at once when the leader stops: it hears of it', async () => {
    const first = await startReplica('one')
    await leader()
    const second = await startReplica('two', 600_000)
    // Until both listen, nobody hears anything.
    await vi.waitFor(async () => expect(await listeners()).toBe(2), PATIENCE)
    await first.stop()
    expect(first.leads()).toBe(false)
    await vi.waitFor(() => expect(second.leads()).toBe(true), PATIENCE)
  })

  it('keep their leader when another replica stops', async () => {
    const first = await startReplica('one')
    await leader()
    const second = await startReplica('two')
    await second.stop()
    expect(first.leads()).toBe(true)
  })

  it('have no leader while Redis is frozen, from before the lease can end', async () => {
    await Promise.all(['one', 'two'].map((owner) => startReplica(owner)))
    const first = await leader()
    const pausedAt = performance.now()
    await server.pause()
    try {
      await vi.waitFor(() => expect(first.leads()).toBe(false), PATIENCE)
      expect(performance.now() - pausedAt).toBeLessThan(LEASE_MS)
      expect(leaders()).toEqual([])
    } finally {
      await server.resume()
    }
    await leader()
  })

  it('have no leader while Redis is dead, and one when it is back', async () => {
    await Promise.all(['one', 'two'].map((owner) => startReplica(owner)))
    const first = await leader()
    await server.kill()
    await vi.waitFor(() => expect(first.leads()).toBe(false), PATIENCE)
    await server.restart()
    await leader()
  })
})
