import type { Database } from '@abitly/database'
import { TASK_NAMES, TIMETABLE, describeCadence, nextSlot } from '@abitly/schedule'
import type { Io } from '../command.ts'
import type { Place } from './place.ts'
import { momentText, outcomeText } from './describe-run.ts'
import { table } from './table.ts'

/** Every task: when it recurs, its next slot, how its last run went. */
export async function listSchedule(
  { repositories }: Database,
  { timeZone, clock }: Place,
  io: Io,
): Promise<number> {
  const last = new Map((await repositories.schedule.last(TASK_NAMES)).map((run) => [run.task, run]))
  const rows = TASK_NAMES.map((name) => {
    const { cadence } = TIMETABLE[name]
    const run = last.get(name)
    const next = momentText(nextSlot(cadence, timeZone, clock.now()), timeZone)
    const outcome = run === undefined ? 'never ran' : `${momentText(run.slot, timeZone)}  ${outcomeText(run)}`
    return [name, describeCadence(cadence), next, outcome]
  })
  for (const line of table([['TASK', 'WHEN', `NEXT (${timeZone})`, 'LAST'], ...rows])) io.out(line)
  for (const { task, slot, state } of await repositories.schedule.unfinished())
    io.out(`${task} of ${momentText(slot, timeZone)} is ${state}`)
  return 0
}
