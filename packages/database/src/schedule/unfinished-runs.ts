import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'
import { fence } from './epochs.ts'
import type { RunKey, RunState, Term } from './run.ts'
import { MOST_ATTEMPTS } from './run.ts'

/** A run whose end is not written down. */
export type UnfinishedRun = RunKey & { state: RunState; attempts: number; startedAt: Date | null }

/** A run that is over without having been done. */
export type GivenUpRun = RunKey & { state: 'missed' | 'failed' }

/** Still to be done: claimed, begun, or failed with attempts left. */
export const UNFINISHED = Prisma.sql`(
  state IN ('planned', 'enqueued') OR (state IN ('running', 'failed') AND attempts < ${MOST_ATTEMPTS}::integer)
)`

/**
 * Runs to be done or given up, oldest first; `databaseNow`: by the clock all leaders share.
 * @param term null: of somebody who only looks
 * @returns null when another leader has taken over
 */
export async function unfinishedRuns(
  tx: Tx,
  term: Term | null,
): Promise<{ runs: UnfinishedRun[]; databaseNow: Date } | null> {
  const leads = term === null ? Prisma.sql`TRUE` : Prisma.sql`EXISTS ${fence(term.epoch)}`
  const [row] = await tx.$queryRaw<{ databaseNow: Date }[]>`
    SELECT clock_timestamp() AS "databaseNow" WHERE ${leads}`
  if (row === undefined) return null
  const runs = await tx.$queryRaw<UnfinishedRun[]>`
    SELECT task, slot, state, attempts, started_at AS "startedAt" FROM schedule_runs
     WHERE state IN ('planned', 'enqueued', 'running') OR (state = 'failed' AND ${UNFINISHED})
     ORDER BY slot, task`
  return { runs, databaseNow: row.databaseNow }
}

/** planned → enqueued. False: another leader has taken over. */
export async function markEnqueued(
  tx: Tx,
  { epoch }: Term,
  tasks: readonly string[],
  now: Date,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ leads: boolean }[]>`
    WITH fence AS MATERIALIZED ${fence(epoch)}, marked AS (
      UPDATE schedule_runs SET state = 'enqueued', enqueued_at = ${now}::timestamptz
       WHERE state = 'planned' AND task = ANY(${[...tasks]}::text[]) AND EXISTS (SELECT FROM fence)
    )
    SELECT EXISTS (SELECT FROM fence) AS leads`
  return row?.leads === true
}

/** Ends runs that are not worth doing any more: as missed where nobody ever began, else as failed. */
export async function giveUpRuns(
  tx: Tx,
  { epoch }: Term,
  runs: readonly RunKey[],
  now: Date,
): Promise<GivenUpRun[]> {
  const given = JSON.stringify(runs.map(({ task, slot }) => ({ task, slot })))
  return await tx.$queryRaw<GivenUpRun[]>`
    WITH fence AS MATERIALIZED ${fence(epoch)}, given AS (
      SELECT task, slot FROM jsonb_to_recordset(${given}::jsonb) AS g (task text, slot timestamptz) CROSS JOIN fence
    )
    UPDATE schedule_runs run
       SET state = CASE WHEN run.attempts = 0 THEN 'missed' ELSE 'failed' END,
           attempts = CASE WHEN run.attempts = 0 THEN 0 ELSE greatest(run.attempts, ${MOST_ATTEMPTS}::integer) END,
           error = coalesce(run.error, CASE WHEN run.attempts > 0 THEN 'its process died' END),
           finished_at = ${now}::timestamptz
      FROM given
     WHERE run.task = given.task AND run.slot = given.slot AND run.state NOT IN ('done', 'missed')
    RETURNING run.task, run.slot, run.state`
}
