import { jitter, pause, readHeartbeats } from '@abitly/runtime'
import type { Logger, Redis } from '@abitly/runtime'
import type { Alerts } from './alerts.ts'
import type { Finding } from './condition.ts'
import { judgeHeartbeats, roleId } from './judge-heartbeats.ts'

export interface SchedulerWatchOptions {
  redis: Redis
  alerts: Alerts
  logger: Logger
  /** About how often, in milliseconds: processes that start together spread out. Default: 60 000. */
  everyMs?: number
}

export interface SchedulerWatch {
  /** Looks no more; does not wait long for a look in flight. */
  close(): Promise<void>
}

const CLOSE_WITHIN_MS = 2_000
const SCHEDULER = roleId('scheduler')

/** Watches, from another process, the one that watches all others. Any number of processes may: they tell once. */
export function watchScheduler(options: SchedulerWatchOptions): SchedulerWatch {
  const { everyMs = 60_000 } = options
  const closing = new AbortController()
  const looking = keepLooking()
  return {
    async close() {
      closing.abort()
      await Promise.race([looking, pause(CLOSE_WITHIN_MS)])
    },
  }

  async function keepLooking(): Promise<void> {
    for (;;) {
      await pause(everyMs * (0.5 + jitter()), closing.signal)
      if (closing.signal.aborted) return
      await look(options)
    }
  }
}

async function look({ redis, alerts, logger }: SchedulerWatchOptions): Promise<void> {
  try {
    await alerts.settle(schedulerOnly(judgeHeartbeats(await readHeartbeats(redis))))
  } catch (error) {
    logger.warn({ err: error }, 'the scheduler could not be looked after')
  }
}

function schedulerOnly({ found, checked }: Finding): Finding {
  return {
    found: found.filter(({ id }) => id === SCHEDULER),
    checked: (id) => id === SCHEDULER && checked(id),
  }
}
