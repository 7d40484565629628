import { Redis } from 'ioredis'
import { pause } from './clock.ts'
import { defineFault } from './fault.ts'
import type { Logger } from './logger.ts'

export type { Redis } from 'ioredis'

export const redisUnreachable = defineFault(
  'REDIS_UNREACHABLE',
  'Redis does not answer; check REDIS_URL and that the server runs',
  { environment: true },
)

/**
 * How a process uses its connection.
 * - `producer`: answers people (ingress). A dead Redis must become a quick error, not a queue of waiting commands.
 * - `worker`: has time. Commands wait until Redis is back.
 */
export type RedisProfile = 'producer' | 'worker'

const PROFILES = {
  producer: { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 2_000 },
  worker: { maxRetriesPerRequest: null },
} as const

export interface RedisOptions {
  url: string
  profile: RedisProfile
  /** Shown by `CLIENT LIST`. */
  name: string
  logger?: Logger
}

/** A client that is not connected yet; `connectRedis` does that. */
export function createRedis({ url, profile, name, logger }: RedisOptions): Redis {
  const redis = new Redis(url, {
    ...PROFILES[profile],
    connectionName: name,
    lazyConnect: true,
    connectTimeout: 5_000,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 1_000),
  })
  redis.on('error', (error) => logger?.warn({ err: error }, 'redis connection failed, trying again'))
  return redis
}

/** A server that accepts connections may still not answer: frozen, or loading its data. */
const ANSWER_WITHIN_MS = 5_000

/**
 * Connects and asks for one PING.
 * @throws Fault REDIS_UNREACHABLE when the first try fails or takes over 5 s; the client is then closed
 */
export async function connectRedis(redis: Redis): Promise<void> {
  try {
    await withinMs(ANSWER_WITHIN_MS, connectAndPing(redis))
  } catch (cause) {
    redis.disconnect()
    throw redisUnreachable({ cause })
  }
}

async function connectAndPing(redis: Redis): Promise<void> {
  // Whoever shares the client may have begun to connect it already.
  if (redis.status === 'wait') await redis.connect()
  else if (redis.status !== 'ready') await untilReady(redis)
  await redis.ping()
}

function untilReady(redis: Redis): Promise<void> {
  return new Promise((resolve, reject) => {
    redis.once('ready', resolve)
    redis.once('error', reject)
    redis.once('end', () => reject(new Error('the connection ended')))
  })
}

/** How long a stop waits for the answers in flight, in milliseconds. */
const GOODBYE_WITHIN_MS = 2_000

/**
 * Sends what is written in this turn of the event loop together, at its end. For a busy producer: handing bytes to
 * the system costs more than everything else about a command.
 */
export function gatherWrites(redis: Redis): void {
  // Undefined until the first connection.
  const stream = redis.stream as Redis['stream'] | undefined
  if (stream === undefined || stream.writableCorked > 0) return
  stream.cork()
  setImmediate(() => stream.uncork())
}

/** Ends the connection after the answers in flight; a dead or frozen server does not hold us. */
export async function closeRedis(redis: Redis): Promise<void> {
  if (redis.status === 'ready') await withinMs(GOODBYE_WITHIN_MS, redis.quit()).catch(() => undefined)
  redis.disconnect()
}

async function withinMs(ms: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  const late = pause(ms, over.signal).then(() => {
    if (!over.signal.aborted) throw new Error(`no answer within ${ms} ms`)
  })
  try {
    await Promise.race([work, late])
  } finally {
    over.abort()
  }
}
