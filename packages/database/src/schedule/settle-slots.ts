import type { Tx } from '../client.ts'
import { fence } from './epochs.ts'
import type { RunKey, SlotDecision, Term } from './run.ts'

/**
 * How far the slots of each task have been decided on. A task that was never seen begins now: its earlier slots were
 * not missed.
 * @returns null when another leader has taken over
 */
export async function openTasks(
  tx: Tx,
  { epoch }: Term,
  tasks: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date> | null> {
  const rows = await tx.$queryRaw<{ task: string; settledUpto: Date }[]>`
    WITH fence AS MATERIALIZED ${fence(epoch)}
    INSERT INTO schedule_tasks AS known (task, settled_upto)
    SELECT task, ${now}::timestamptz FROM unnest(${[...tasks]}::text[]) task CROSS JOIN fence
    ON CONFLICT (task) DO UPDATE SET settled_upto = known.settled_upto
    RETURNING task, settled_upto AS "settledUpto"`
  return rows.length === 0 ? null : new Map(rows.map(({ task, settledUpto }) => [task, settledUpto]))
}

/**
 * Writes down what was decided about slots, and how far that goes, in one statement. A slot that has a row already
 * stays as it is: whoever wrote it claimed it.
 * @returns the slots that are claimed by this very call; null when another leader has taken over
 */
export async function settleSlots(
  tx: Tx,
  { epoch, leader }: Term,
  decisions: readonly SlotDecision[],
  now: Date,
): Promise<RunKey[] | null> {
  const given = JSON.stringify(decisions)
  const [row] = await tx.$queryRaw<{ leads: boolean; claimed: { task: string; slot: string }[] }[]>`
    WITH fence AS MATERIALIZED ${fence(epoch)}, given AS (
      SELECT task, slot, decision, origin
        FROM jsonb_to_recordset(${given}::jsonb) AS g (task text, slot timestamptz, decision text, origin text)
       CROSS JOIN fence
    ), written AS (
      INSERT INTO schedule_runs (task, slot, state, origin, epoch, leader, created_at, finished_at)
      SELECT task, slot, CASE decision WHEN 'fire' THEN 'planned' ELSE 'missed' END, origin, ${epoch}::bigint, ${leader},
             ${now}::timestamptz, CASE decision WHEN 'miss' THEN ${now}::timestamptz END
        FROM given ORDER BY task, slot
      ON CONFLICT (task, slot) DO NOTHING
      RETURNING task, slot, state
    ), settled AS (
      UPDATE schedule_tasks t SET settled_upto = greatest(t.settled_upto, upto.slot)
        FROM (SELECT task, max(slot) AS slot FROM given GROUP BY task) upto
       WHERE t.task = upto.task
    )
    SELECT EXISTS (SELECT FROM fence) AS leads,
           coalesce((SELECT json_agg(json_build_object('task', task, 'slot', slot) ORDER BY slot)
                       FROM written WHERE state = 'planned'), '[]') AS claimed`
  if (row?.leads !== true) return null
  return row.claimed.map(({ task, slot }) => ({ task, slot: new Date(slot) }))
}
