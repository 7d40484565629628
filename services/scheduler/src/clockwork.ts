import cron from 'node-cron'
import type { Counter, Logger } from '@abitly/runtime'
import type { Schedule } from './schedules.ts'

export interface Clockwork {
  /** Fires nothing more; resolves when the runs in flight are over. */
  stop(): Promise<void>
}

export interface ClockworkOptions {
  timeZone: string
  leads: () => boolean
  runs: Counter<'task' | 'outcome'>
  logger: Logger
}

/** Fires the schedules, in the leader only. A run that is not over when the next one is due is not doubled. */
export function startClockwork(list: readonly Schedule[], options: ClockworkOptions): Clockwork {
  const running = new Set<Promise<void>>()
  const start = async (schedule: Schedule): Promise<void> => {
    const run = fire(schedule, options)
    running.add(run)
    await run
    running.delete(run)
  }
  const tasks = list.map((schedule) =>
    cron.schedule(schedule.cron, () => start(schedule), {
      name: schedule.name,
      timezone: options.timeZone,
      noOverlap: true,
      logger: options.logger,
    }),
  )
  return {
    async stop() {
      for (const task of tasks) await task.stop()
      await Promise.all(running)
    },
  }
}

/** Never rejects: one task that fails must not keep the others from their turn. */
async function fire(schedule: Schedule, { leads, runs, logger }: ClockworkOptions): Promise<void> {
  if (!leads()) return
  try {
    await schedule.run()
    runs.inc({ task: schedule.name, outcome: 'done' })
  } catch (error) {
    runs.inc({ task: schedule.name, outcome: 'failed' })
    logger.error({ err: error, task: schedule.name }, 'a scheduled task failed')
  }
}
