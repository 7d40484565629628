import type { Logger, Redis } from '@abitly/runtime'

export interface RedisMemory {
  /** Used part of `maxmemory`, 0 when none is set. */
  ratio: number
}

export async function redisMemory(redis: Redis): Promise<RedisMemory> {
  const info = await redis.info('memory')
  const field = (name: string): number => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0)
  const limit = field('maxmemory')
  return { ratio: limit === 0 ? 0 : field('used_memory') / limit }
}

/** Above this, new updates are refused: the rest of the memory is what the workers need to drain it. */
const FULL_RATIO = 0.85
const CHECK_EVERY_MS = 1_000

export interface MemoryGuard {
  /** Is Redis too full to take more? */
  full(): boolean
  stop(): void
}

/** Watches the memory of Redis. An answer that does not come leaves the last verdict: the push itself will tell. */
export function watchMemory(redis: Redis, logger: Logger): MemoryGuard {
  let full = false
  const check = async (): Promise<void> => {
    const { ratio } = await redisMemory(redis)
    const now = ratio > FULL_RATIO
    if (now !== full)
      logger.warn({ ratio, full: now }, now ? 'redis is too full, refusing updates' : 'redis has room again')
    full = now
  }
  const timer = setInterval(() => void check().catch(() => undefined), CHECK_EVERY_MS)
  timer.unref()
  return { full: () => full, stop: () => clearInterval(timer) }
}
