import cron from 'node-cron'
import type { Logger } from '@abitly/runtime'

export interface Trigger {
  stop(): Promise<void>
}

/**
 * Calls `tick` every second, never twice at once. Nothing depends on its being punctual: a beat that is skipped or late
 * is made up for by the next one.
 */
export function startTrigger(tick: () => Promise<void>, logger: Logger): Trigger {
  const task = cron.schedule('* * * * * *', tick, {
    name: 'schedule',
    noOverlap: true,
    logger: quiet(logger),
  })
  return {
    async stop() {
      await task.stop()
    },
  }
}

/** A beat that was missed is no news here: what was due then is due still. */
function quiet(logger: Logger) {
  return {
    info: () => undefined,
    warn: () => undefined,
    debug: () => undefined,
    error: (message: string | Error, error?: Error) =>
      logger.error({ err: error ?? message }, 'the trigger failed'),
  }
}
