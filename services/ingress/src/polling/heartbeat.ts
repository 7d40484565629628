import { pause, systemClock } from '@abitly/runtime'
import type { Gauge, Logger, Redis } from '@abitly/runtime'

/** Says when the poller was last alive: UNIX time in seconds. */
const KEY = 'bot_polling_heartbeat'
const EVERY_MS = 20_000
/** A beat outlives its poller by a day, so that a watchdog sees that one fell silent. */
const KEPT_SECONDS = 86_400

export interface HeartbeatDependencies {
  redis: Redis
  gauge: Gauge
  logger: Logger
  /** A poller that has lost its lock says nothing any more: the beat is its successor's. */
  lock: { held(): boolean }
}

export interface PollingHeartbeat {
  /** Says goodbye: a poller that stopped on purpose is not missed. */
  stop(): Promise<void>
}

/** Begins to beat, at once and then every 20 s. */
export function startPollingHeartbeat({
  redis,
  gauge,
  logger,
  lock,
}: HeartbeatDependencies): PollingHeartbeat {
  const stopped = new AbortController()
  const beat = async (): Promise<void> => {
    const now = Math.floor(systemClock.now().getTime() / 1000)
    await redis.set(KEY, now, 'EX', KEPT_SECONDS)
    gauge.set(now)
  }
  const unheard = (error: unknown): void => logger.warn({ err: error }, 'the heartbeat could not be written')
  const beating = (async () => {
    while (lock.held() && !stopped.signal.aborted) {
      await beat().catch(unheard)
      await pause(EVERY_MS, stopped.signal)
    }
  })()
  return {
    async stop() {
      stopped.abort()
      await beating
      if (lock.held()) await redis.del(KEY).catch(unheard)
    },
  }
}
