import type { Redis, ServiceContext } from '@abitly/runtime'
import { createBotApi, createLimiter } from '@abitly/telegram'
import type { IngressConfig } from '../config.ts'
import type { PollingMetrics } from '../metrics.ts'
import { startPollingHeartbeat } from './heartbeat.ts'
import { takePollingLock } from './lock.ts'
import type { PollingLock } from './lock.ts'
import { poll } from './poll.ts'
import { storeBatch } from './store.ts'
import type { StoreDependencies } from './store.ts'

export interface PollingParts extends Omit<StoreDependencies, 'count' | 'logger'> {
  /** Fails fast: a poller must know soon whether it still may poll. */
  redis: Redis
  metrics: PollingMetrics
}

/**
 * Takes the polling lock and fetches updates until the service stops. Losing the lock ends the service.
 * @throws Fault POLLING_LOCK_HELD when another process polls
 */
export async function startPolling(
  config: IngressConfig,
  { own, logger, stopping, fail }: ServiceContext,
  { redis, metrics, ...intake }: PollingParts,
): Promise<PollingLock> {
  const lock = await takePollingLock({ redis, logger, environment: config.process.environment })
  own('polling lock', () => lock.release())
  const heartbeat = startPollingHeartbeat({ redis, gauge: metrics.heartbeat, logger, lock })
  own('polling heartbeat', () => heartbeat.stop())

  const ending = AbortSignal.any([stopping, lock.lost])
  const storing = { ...intake, logger, count: (result: string) => metrics.updates.inc({ result }) }
  const limiter = createLimiter(redis, { ...config.sending, token: config.bot.token })
  const polling = poll(
    {
      api: createBotApi({ ...config.bot, limiter, lane: 'reply' }),
      store: (batch) => storeBatch(batch, storing, () => !ending.aborted && lock.held()),
      memory: intake.memory,
      lock,
      conflicts: metrics.conflicts,
      logger,
    },
    ending,
  )
  own('polling', () => polling)
  lock.lost.addEventListener('abort', () => fail(lock.lost.reason as Error))
  return lock
}
