import type { Tx } from '../client.ts'
import type { ScheduleRun as Row } from '../generated/client.ts'
import type { RunCounts, RunKey, RunOrigin, RunState, ScheduleRun } from './run.ts'

/** The newest slots' runs of a task. */
export async function recentRuns(tx: Tx, task: string, limit: number): Promise<ScheduleRun[]> {
  const rows = await tx.scheduleRun.findMany({ where: { task }, orderBy: { slot: 'desc' }, take: limit })
  return rows.map(toRun)
}

export async function findRun(tx: Tx, { task, slot }: RunKey): Promise<ScheduleRun | null> {
  const row = await tx.scheduleRun.findUnique({ where: { task_slot: { task, slot } } })
  return row === null ? null : toRun(row)
}

/** The newest run of each of these tasks that has ended; a task that never ran is left out. */
export async function lastRuns(tx: Tx, tasks: readonly string[]): Promise<ScheduleRun[]> {
  const found = await Promise.all(
    tasks.map((task) =>
      tx.scheduleRun.findFirst({
        where: { task, state: { in: ['done', 'missed', 'failed'] } },
        orderBy: { slot: 'desc' },
      }),
    ),
  )
  return found.filter((row) => row !== null).map(toRun)
}

const PRUNE_CHUNK = 5_000

/** Deletes ended runs with a slot before that moment, in chunks. @returns how many */
export async function pruneRuns(tx: Tx, task: string, before: Date): Promise<number> {
  let pruned = 0
  for (let deleted = PRUNE_CHUNK; deleted === PRUNE_CHUNK; pruned += deleted) {
    deleted = await tx.$executeRaw`
      DELETE FROM schedule_runs WHERE task = ${task} AND slot IN (
        SELECT slot FROM schedule_runs
         WHERE task = ${task} AND slot < ${before}::timestamptz AND state IN ('done', 'missed', 'failed')
         ORDER BY slot LIMIT ${PRUNE_CHUNK}
      )`
  }
  return pruned
}

function toRun(row: Row): ScheduleRun {
  const { task, slot, leader, createdAt, startedAt, finishedAt, attempts, error } = row
  return {
    ...{ task, slot, leader, createdAt, startedAt, finishedAt, attempts, error },
    state: row.state as RunState,
    origin: row.origin as RunOrigin,
    counts: row.counts as RunCounts | null,
  }
}
