import { loadScript, runScript } from './lua.ts'
import { createRedis } from './redis.ts'
import type { Redis, RedisOptions } from './redis.ts'

const HOLD = loadScript(new URL('../lua/hold-lease-1.lua', import.meta.url))
const RELEASE = loadScript(new URL('../lua/release-lease-1.lua', import.meta.url))

/** A lease in Redis: one owner at a time, for as long as it keeps holding on. */
export interface Lease {
  /**
   * Takes the lease when it is free, prolongs it when it is ours: one command either way.
   * @returns whose it is now
   */
  hold(): Promise<string>
  /** Gives it up. @returns false, and nothing happens, when it is not ours */
  release(): Promise<boolean>
}

/**
 * @param owner tells this process from all others, and people who has it
 * @param durationMs how long it lives without being held on to
 */
export function createLease(redis: Redis, key: string, owner: string, durationMs: number): Lease {
  return {
    hold: async () => String(await runScript(redis, HOLD, [key], [owner, durationMs])),
    release: async () => (await runScript(redis, RELEASE, [key], [owner])) === 1,
  }
}

export interface LeaseWatch {
  close(): void
}

/**
 * Tells whenever a lease is given up, so that its successor need not find out by asking. A connection of its own, for
 * as long as it works: who misses a message asks again soon.
 */
export function watchRelease(
  redisOptions: Omit<RedisOptions, 'profile'>,
  key: string,
  onFree: () => void,
): LeaseWatch {
  const subscriber = createRedis({ ...redisOptions, profile: 'worker' })
  subscriber.on('message', onFree)
  void subscriber.subscribe(key).catch(() => undefined)
  return { close: () => subscriber.disconnect() }
}
