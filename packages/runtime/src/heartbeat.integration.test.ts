import { createTestRedis, spawnService } from '@abitly/testing'
import type { OwnedProcess } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from './clock.ts'
import { readHeartbeats, startHeartbeat } from './heartbeat.ts'
import type { Heartbeat, HeartbeatOptions } from './heartbeat.ts'
import { createLogger } from './logger.ts'
import { createMetrics } from './metrics.ts'
import { closeRedis, createRedis } from './redis.ts'
import type { Redis } from './redis.ts'

const INDEX = '{abitly}:heartbeats'
const SINCE = '{abitly}:heartbeats:since'
const SERVICES = '{abitly}:heartbeats:services'
const silent = createLogger({ service: 'test', level: 'silent' })
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
const hearts: Heartbeat[] = []
const children: OwnedProcess[] = []

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
})
beforeEach(() => redis.flushall())
afterEach(async () => {
  await Promise.all(hearts.splice(0).map((heart) => heart.close()))
  await Promise.all(children.splice(0).map((child) => child.stop()))
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})

function start(instance: string, options: Partial<HeartbeatOptions> = {}, client = redis): Heartbeat {
  const metrics = createMetrics('worker', systemClock)
  const heart = startHeartbeat(client, { service: 'worker', instance, logger: silent, metrics, ...options })
  hearts.push(heart)
  return heart
}
const instances = async () => (await readHeartbeats(redis)).beats.map(({ instance }) => instance)
const soon = { timeout: 15_000 }

describe('a heartbeat', () => {
  it('is seen at once, by name and in the index', async () => {
    start('worker-1')
    await expect.poll(instances, soon).toEqual(['worker-1'])
    const { now, since, beats, services } = await readHeartbeats(redis)
    const [beat] = beats
    expect(beat).toMatchObject({ service: 'worker', instance: 'worker-1' })
    expect(now - beat!.at).toBeLessThan(20)
    expect(services).toEqual({ worker: beat!.at })
    expect(since).toBeLessThanOrEqual(beat!.at)
    await expect.poll(() => redis.get('bot_heartbeat:worker:worker-1'), soon).toBe(String(beat!.at))
    expect(await redis.ttl('bot_heartbeat:worker:worker-1')).toBeGreaterThan(86_000)
  })

  it('goes on: a process that lives is never old', async () => {
    start('worker-1', { everyMs: 20 })
    await expect.poll(instances, soon).toEqual(['worker-1'])
    await redis.zadd(INDEX, 5, 'worker:worker-1')
    await expect.poll(() => redis.zscore(INDEX, 'worker:worker-1'), soon).not.toBe('5')
  })

  it('ends with a goodbye: nothing is left but the role’s last sign', async () => {
    const heart = start('worker-1')
    await expect.poll(instances, soon).toEqual(['worker-1'])
    await heart.close()
    const { beats, services } = await readHeartbeats(redis)
    expect(beats).toEqual([])
    expect(Object.keys(services)).toEqual(['worker'])
    expect(await redis.keys('bot_heartbeat:*')).toEqual([])
  })

  it('says goodbye even when a beat is on its way', async () => {
    const heart = start('worker-1', { everyMs: 1 })
    await expect.poll(instances, soon).toEqual(['worker-1'])
    await heart.close()
    expect(await instances()).toEqual([])
    expect(await redis.keys('bot_heartbeat:*')).toEqual([])
  })

  it('shows in the metrics when it was last heard', async () => {
    const metrics = createMetrics('worker', systemClock)
    start('worker-1', { metrics })
    await expect
      .poll(async () => (await metrics.expose()).text, soon)
      .toMatch(/^bot_heartbeat_timestamp\{service="worker"\} \d{10}$/m)
  })

  it('is taken over by a replacement of the same name', async () => {
    start('worker-1')
    start('worker-1')
    start('worker-2')
    await expect.poll(async () => (await instances()).sort(), soon).toEqual(['worker-1', 'worker-2'])
  })
})

describe('while Redis is away', () => {
  it.each(['producer', 'worker'] as const)(
    'a %s warns once, and beats again as soon as Redis is back',
    async (profile) => {
      const client = createRedis({ url: server.url, profile, name: 'heart' })
      await client.connect()
      const warn = vi.fn()
      start('worker-1', { everyMs: 50, logger: { ...silent, warn } as never }, client)
      await expect.poll(instances, soon).toEqual(['worker-1'])
      await server.kill()
      await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce(), soon)
      await server.restart()
      await redis.flushall()
      await expect.poll(instances, soon).toEqual(['worker-1'])
      expect(warn).toHaveBeenCalledOnce()
      await closeRedis(client)
    },
  )

  it('a stop does not wait for it', async () => {
    const client = createRedis({ url: server.url, profile: 'worker', name: 'heart' })
    const heart = start('worker-1', {}, client)
    await expect.poll(instances, soon).toEqual(['worker-1'])
    await server.pause()
    const startedAt = performance.now()
    await heart.close()
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    await server.resume()
    client.disconnect()
  })

  it('nobody grows old: after a time without any beat, watching begins anew', async () => {
    const { now } = await readHeartbeats(redis)
    await redis.zadd(INDEX, now - 600, 'worker:worker-1')
    await redis.zadd(SERVICES, now - 600, 'worker')
    await redis.set(SINCE, now - 9_000)
    expect((await readHeartbeats(redis)).since).toBeGreaterThanOrEqual(now)

    await redis.set(SINCE, now - 9_000)
    start('worker-2')
    await expect.poll(async () => Number(await redis.get(SINCE)), soon).toBeGreaterThanOrEqual(now)
  })
})

describe('the fleet, as it is read', () => {
  it('has been watched since the first one looked or beat', async () => {
    const { since } = await readHeartbeats(redis)
    await redis.set(SINCE, since - 100)
    start('worker-1')
    await expect.poll(instances, soon).toEqual(['worker-1'])
    // Nobody had beaten before, so there is nothing to have watched.
    expect((await readHeartbeats(redis)).since).toBeGreaterThanOrEqual(since)
    await redis.set(SINCE, since - 100)
    start('worker-2')
    await expect.poll(instances, soon).toHaveLength(2)
    expect((await readHeartbeats(redis)).since).toBe(since - 100)
  })

  it('keeps a silent process for a day, then forgets it', async () => {
    const { now } = await readHeartbeats(redis)
    await redis.zadd(INDEX, now - 86_300, 'worker:yesterday', now - 86_500, 'worker:before')
    expect(await instances()).toEqual(['yesterday'])
    expect(await redis.zcard(INDEX)).toBe(1)
  })
})

describe('a process', () => {
  const SCRIPT = new URL('testing/heartbeat-process.ts', import.meta.url).pathname
  const spawn = async (name: string): Promise<OwnedProcess> => {
    const nodeArgs = ['--import', 'tsx', '--conditions=development']
    const child = await spawnService({ name, script: SCRIPT, nodeArgs, args: [server.url, name] })
    children.push(child)
    await expect.poll(instances, soon).toContain(name)
    return child
  }
  /** How a name's beat stands after being set to the year 1970: new again only when somebody beats. */
  const beats = async (name: string) => {
    await redis.zadd(INDEX, 'XX', 5, `lives:${name}`)
    await expect.poll(() => redis.zscore(INDEX, `lives:${name}`), soon).not.toBe('5')
  }

  it('that is frozen falls silent, and is heard again when it thaws', async () => {
    const frozen = await spawn('frozen')
    await spawn('lively')
    frozen.kill('SIGSTOP')
    await beats('lively')
    await redis.zadd(INDEX, 5, 'lives:frozen')
    await beats('lively')
    await beats('lively')
    expect(await redis.zscore(INDEX, 'lives:frozen')).toBe('5')
    frozen.kill('SIGCONT')
    await beats('frozen')
  })

  it('that is asked to stop says goodbye; one that is killed or crashes does not', async () => {
    const [stopped, killed, crashed] = [await spawn('stopped'), await spawn('killed'), await spawn('crashed')]
    stopped.kill('SIGTERM')
    killed.kill('SIGKILL')
    crashed.kill('SIGUSR2')
    const exits = await Promise.all([stopped, killed, crashed].map((child) => child.exited))
    expect(exits.map(({ code }) => code)).toEqual([0, null, 1])
    expect((await instances()).sort()).toEqual(['crashed', 'killed'])
  })
})
