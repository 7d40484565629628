import type { ScheduleRepository } from '@abitly/database'
import type { Clock } from '@abitly/runtime'
import { TASK_NAMES, TIMETABLE } from '@abitly/schedule'
import type { Routine } from '@abitly/schedule'

/** Deletes runs that the ledger remembers no longer, each task's by its own measure. */
export function ledgerPrune({
  schedule,
  clock,
}: {
  schedule: Pick<ScheduleRepository, 'prune'>
  clock: Clock
}): Routine {
  return async () => {
    let pruned = 0
    for (const task of TASK_NAMES) {
      const before = new Date(clock.now().getTime() - TIMETABLE[task].keepDays * 86_400_000)
      pruned += await schedule.prune(task, before)
    }
    return { pruned }
  }
}
