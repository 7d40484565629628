import type { Tx } from '../client.ts'
import type { RunKey, ScheduleRun } from './run.ts'
import { findRun } from './report-runs.ts'

/** What a person's wish for a run came to. */
export type RunRequest =
  /** It will be done as soon as somebody is there to do it. */
  | { kind: 'requested' }
  /** It stays as it is: done, or on its way. */
  | { kind: 'stays'; run: ScheduleRun }

/**
 * Claims a slot by hand. One that was missed or has failed is taken up again; one that is done only where `again` says
 * so.
 */
export async function requestRun(
  tx: Tx,
  { task, slot }: RunKey,
  again: boolean,
  now: Date,
): Promise<RunRequest> {
  const requested = await tx.$executeRaw`
    INSERT INTO schedule_runs AS run (task, slot, state, origin, epoch, created_at)
    VALUES (${task}, ${slot}::timestamptz, 'planned', 'manual', 0, ${now}::timestamptz)
    ON CONFLICT (task, slot) DO UPDATE
      SET state = 'planned', origin = 'manual', attempts = 0, counts = NULL, error = NULL, enqueued_at = NULL,
          started_at = NULL, finished_at = NULL
    WHERE run.state IN ('missed', 'failed') OR (${again} AND run.state = 'done')`
  if (requested === 1) return { kind: 'requested' }
  const run = await findRun(tx, { task, slot })
  if (run === null) throw new Error(`The run of ${task} has just been pruned`)
  return { kind: 'stays', run }
}
