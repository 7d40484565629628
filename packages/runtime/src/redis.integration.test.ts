import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createTestRedis, freePort } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from './config/load.ts'
import { redisSection } from './config/sections.ts'
import { createLogger } from './logger.ts'
import { closeRedis, connectRedis, createRedis } from './redis.ts'
import type { Redis, RedisProfile } from './redis.ts'

const PROFILES = ['producer', 'worker'] as const
let server: Awaited<ReturnType<typeof createTestRedis>>
const opened: Redis[] = []

function open(profile: RedisProfile, url = server.url): Redis {
  const redis = createRedis({ url, profile, name: 'test' })
  opened.push(redis)
  return redis
}

beforeAll(async () => {
  server = await createTestRedis()
})
afterEach(() => {
  for (const redis of opened.splice(0)) redis.disconnect()
})
afterAll(() => server.stop())

/** Accepts connections and never answers, as a frozen server does. */
async function silentServer(): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>()
  const silent: Server = createServer((socket) => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  return {
    url: `redis://127.0.0.1:${port}`,
    close: () => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    },
  }
}

describe.each(PROFILES)('connecting as a %s', (profile) => {
  it('connects and names itself', async () => {
    const redis = open(profile)
    await connectRedis(redis)
    expect(await redis.client('GETNAME')).toBe('test')
  })

  it('is content when somebody sharing the client has connected it, or is about to', async () => {
    const ready = open(profile)
    await ready.connect()
    await connectRedis(ready)
    const onTheWay = open(profile)
    const connecting = onTheWay.connect()
    await connectRedis(onTheWay)
    await connecting
    expect([ready.status, onTheWay.status]).toEqual(['ready', 'ready'])
  })

  it('says REDIS_UNREACHABLE at the first refusal', async () => {
    const redis = open(profile, `redis://127.0.0.1:${await freePort()}`)
    await expect(connectRedis(redis)).rejects.toMatchObject({ code: 'REDIS_UNREACHABLE', environment: true })
  })

  it('says REDIS_UNREACHABLE when the server accepts and never answers', { timeout: 15_000 }, async () => {
    const silent = await silentServer()
    try {
      await expect(connectRedis(open(profile, silent.url))).rejects.toMatchObject({
        code: 'REDIS_UNREACHABLE',
      })
    } finally {
      silent.close()
    }
  })
})

describe('a password', () => {
  const secret = "p@ss/w:rd#1?&=%+ '"

  it('of any characters reaches Redis as it is', async () => {
    const admin = open('worker')
    await admin.config('SET', 'requirepass', secret)
    try {
      const env = { REDIS_HOST: '127.0.0.1', REDIS_PORT: String(server.port), REDIS_PASSWORD: secret }
      const redis = open('producer', loadConfig({ redis: redisSection }, env).redis.url)
      await connectRedis(redis)
      expect(await redis.ping()).toBe('PONG')
    } finally {
      await admin.config('SET', 'requirepass', '')
    }
  })

  it('that is wrong is not written into the log', async () => {
    const admin = open('worker')
    await admin.config('SET', 'requirepass', secret)
    const lines: string[] = []
    const destination = { write: (line: string) => lines.push(line) }
    const logger = createLogger({ service: 'test', level: 'trace', destination })
    const url = `redis://:hunter2@127.0.0.1:${server.port}`
    const redis = createRedis({ url, profile: 'worker', name: 'test', logger })
    opened.push(redis)
    try {
      const failure = await connectRedis(redis).catch((error: unknown) => error)
      logger.error({ err: failure }, 'could not connect')
      expect(lines.join('')).toContain('REDIS_UNREACHABLE')
      expect(lines.join('')).not.toContain('hunter2')
    } finally {
      await admin.config('SET', 'requirepass', '')
    }
  })
})

describe('while Redis is frozen', () => {
  it('a producer gets its error within seconds', async () => {
    const redis = open('producer')
    await connectRedis(redis)
    await server.pause()
    try {
      const startedAt = performance.now()
      await expect(redis.set('key', '1')).rejects.toThrow('Command timed out')
      expect(performance.now() - startedAt).toBeLessThan(4_000)
    } finally {
      await server.resume()
    }
  })

  it('a worker waits, and its command is done when Redis is back', async () => {
    const redis = open('worker')
    await connectRedis(redis)
    await server.pause()
    const answer = redis.set('key', '2')
    await server.resume()
    expect(await answer).toBe('OK')
  })

  it.each(PROFILES)('a %s can be closed', async (profile) => {
    const redis = open(profile)
    await connectRedis(redis)
    await server.pause()
    try {
      const startedAt = performance.now()
      await closeRedis(redis)
      expect(performance.now() - startedAt).toBeLessThan(4_000)
    } finally {
      await server.resume()
    }
  })
})

describe('when Redis dies', () => {
  it('a producer is refused at once, and is served again when Redis is back', async () => {
    const redis = open('producer')
    await connectRedis(redis)
    await server.kill()
    await expect.poll(() => redis.status).not.toBe('ready')
    await expect(redis.ping()).rejects.toThrow()
    await server.restart()
    await expect.poll(() => redis.status, { timeout: 10_000 }).toBe('ready')
    expect(await redis.ping()).toBe('PONG')
  })

  it('a worker waits, and is served when Redis is back', async () => {
    const redis = open('worker')
    await connectRedis(redis)
    await server.kill()
    const answer = redis.ping()
    await server.restart()
    expect(await answer).toBe('PONG')
  })
})

describe('closing', () => {
  it('lets answers in flight arrive', async () => {
    const redis = open('worker')
    await connectRedis(redis)
    const answers = Array.from({ length: 100 }, (_, index) => redis.set(`in-flight:${index}`, '1'))
    await closeRedis(redis)
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['OK']))
  })

  it('is content with a client that was never connected, or is closed already', async () => {
    const redis = open('worker')
    await closeRedis(redis)
    await closeRedis(redis)
    expect(redis.status).toBe('end')
  })
})
