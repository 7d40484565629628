import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'
import { fence } from './epochs.ts'
import type { BegunRun, RunEnd, RunKey, Term } from './run.ts'
import { UNFINISHED } from './unfinished-runs.ts'

/** After a failure the next attempt waits twice as long as after the one before, from 5 s on. */
const RETRY_AT = Prisma.sql`(finished_at + interval '2.5 seconds' * power(2, attempts))`

/**
 * Begins the oldest run of a task that is to be done now. One caller at a time: whoever begins a run that another
 * process still works on would do it twice.
 * @param term of the leader, for runs it does itself
 */
export async function beginRun(tx: Tx, task: string, now: Date, term: Term | null): Promise<BegunRun | null> {
  const leads = term === null ? Prisma.sql`TRUE` : Prisma.sql`EXISTS ${fence(term.epoch)}`
  const [begun] = await tx.$queryRaw<{ slot: Date; attempt: number }[]>`
    UPDATE schedule_runs
       SET state = 'running', attempts = attempts + 1, started_at = ${now}::timestamptz, finished_at = NULL
     WHERE task = ${task} AND ${leads} AND slot = (
       SELECT slot FROM schedule_runs
        WHERE task = ${task} AND ${UNFINISHED} AND (state <> 'failed' OR ${RETRY_AT} <= ${now}::timestamptz)
        ORDER BY slot LIMIT 1 FOR UPDATE
     )
    RETURNING slot, attempts::integer AS attempt`
  return begun === undefined ? null : { task, ...begun }
}

/** running → done or failed. False: its end is written down already. */
export async function endRun(tx: Tx, { task, slot }: RunKey, end: RunEnd, now: Date): Promise<boolean> {
  const counts = end.state === 'done' ? JSON.stringify(end.counts) : null
  const ended = await tx.$executeRaw`
    UPDATE schedule_runs
       SET state = ${end.state}, counts = ${counts}::jsonb, error = ${end.state === 'failed' ? end.error : null},
           finished_at = ${now}::timestamptz
     WHERE task = ${task} AND slot = ${slot}::timestamptz AND state = 'running'`
  return ended === 1
}

/** Takes an attempt back that its surroundings cut off: it does not count. */
export async function returnRun(tx: Tx, { task, slot, attempt }: BegunRun): Promise<void> {
  await tx.$executeRaw`
    UPDATE schedule_runs SET state = 'enqueued', attempts = attempts - 1
     WHERE task = ${task} AND slot = ${slot}::timestamptz AND state = 'running' AND attempts = ${attempt}::integer`
}
