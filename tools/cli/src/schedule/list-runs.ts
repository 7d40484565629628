import type { Database } from '@abitly/database'
import { TIMETABLE } from '@abitly/schedule'
import type { TaskName } from '@abitly/schedule'
import type { Io } from '../command.ts'
import type { Place } from './place.ts'
import { momentText, outcomeText } from './describe-run.ts'
import { table } from './table.ts'

const LISTED = 20

/** The last runs of a task, newest first: which slot, how it came about, who claimed it, what became of it. */
export async function listRuns(
  { repositories }: Database,
  task: TaskName,
  { timeZone }: Place,
  io: Io,
): Promise<number> {
  const runs = await repositories.schedule.recent(task, LISTED)
  io.out(`${task}: ${TIMETABLE[task].summary}`)
  if (runs.length === 0) io.out('It never ran.')
  const rows = runs.map((run) => [
    momentText(run.slot, timeZone),
    run.origin,
    run.leader ?? 'by hand',
    run.startedAt === null ? '–' : momentText(run.startedAt, timeZone),
    outcomeText(run),
  ])
  if (rows.length > 0) {
    for (const line of table([['SLOT', 'ORIGIN', 'CLAIMED BY', 'STARTED', 'OUTCOME'], ...rows])) io.out(line)
  }
  return 0
}
