import type { LaneInlet } from '@abitly/queue'
import type { Logger, Redis } from '@abitly/runtime'
import type { Routine, TasksOf } from '@abitly/schedule'
import { mailboxSweep } from './mailbox-sweep.ts'

export interface LeaderRoutineDependencies {
  redis: Redis
  inlet: Pick<LaneInlet, 'wake'>
  logger: Logger
}

/** What the elected scheduler does itself: one routine for each task of the timetable that runs in the leader. */
export function leaderRoutines(
  deps: LeaderRoutineDependencies,
): Readonly<Record<TasksOf<'leader'>, Routine>> {
  return { 'mailbox-sweep': mailboxSweep(deps) }
}
