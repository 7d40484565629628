import { loadScript, runScript } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'

const RENEW = loadScript(new URL('../../lua/renew-lease-1.lua', import.meta.url))
const RELEASE = loadScript(new URL('../../lua/release-lease-1.lua', import.meta.url))

/** A lease in Redis: one owner at a time, for as long as it keeps renewing. */
export interface Lease {
  acquire(): Promise<boolean>
  /** @returns false when the lease is somebody else's by now */
  renew(): Promise<boolean>
  release(): Promise<void>
}

export function createLease(redis: Redis, key: string, owner: string, durationMs: number): Lease {
  return {
    acquire: async () => (await redis.set(key, owner, 'PX', durationMs, 'NX')) === 'OK',
    renew: async () => (await runScript(redis, RENEW, [key], [owner, durationMs])) === 1,
    async release() {
      await runScript(redis, RELEASE, [key], [owner])
    },
  }
}
