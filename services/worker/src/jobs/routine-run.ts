import { MOST_ATTEMPTS } from '@abitly/database'
import type { ScheduleRepository } from '@abitly/database'
import { handleJob, routineRun } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import type { Clock, Counter, Logger } from '@abitly/runtime'
import { runTask } from '@abitly/schedule'
import type { Routine } from '@abitly/schedule'

export interface RoutineRunDependencies {
  routines: Readonly<Record<string, Routine>>
  ledger: Pick<ScheduleRepository, 'begin' | 'end' | 'giveBack'>
  clock: Clock
  runs: Counter<'task' | 'outcome'>
  logger: Logger
}

/** Does the runs of a task that the ledger holds; a task this version does not know is left to one that does. */
export function handleRoutineRun(deps: RoutineRunDependencies): HandledJob {
  const { routines, ledger, clock, runs, logger } = deps
  return handleJob(routineRun, async ({ task }, { signal }) => {
    const routine = routines[task]
    if (routine === undefined) {
      logger.warn({ task }, 'this version does not know a task of the schedule')
      return
    }
    await runTask(task, routine, {
      ...{ ledger, clock, logger, signal, mostAttempts: MOST_ATTEMPTS },
      ended: (name, outcome) => runs.inc({ task: name, outcome }),
    })
  })
}
