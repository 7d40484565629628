import type { Tx } from '../client.ts'
import type { DeliveryResult } from './delivery.ts'

/** The claim a result belongs to. */
export interface ClaimedRow {
  campaignId: string
  position: number
  attempt: number
}

/** Writes how a claim ended, or returns it; false: the row is not this claim's any more. */
export async function recordDelivery(
  tx: Tx,
  claimed: ClaimedRow,
  result: DeliveryResult,
  now: Date,
): Promise<boolean> {
  const written =
    result.state === 'pending'
      ? await returnDelivery(tx, claimed, result, now)
      : await endDelivery(tx, claimed, result, now)
  return written === 1
}

function endDelivery(
  tx: Tx,
  { campaignId, position, attempt }: ClaimedRow,
  { state, messageId, error, refund }: DeliveryResult,
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE deliveries
       SET state = ${state}, attempts = attempts - ${refund === true ? 1 : 0}::smallint,
           message_id = ${messageId ?? null}::integer, error = ${error ?? null}::text,
           due_at = NULL, finished_at = ${now}::timestamptz
     WHERE campaign_id = ${campaignId}::uuid AND position = ${position}::integer
       AND attempts = ${attempt}::smallint AND attempts > 0 AND state IN ('sending', 'unknown', 'pending')`
}

/**
 * A campaign that is over takes nothing back. Its row is locked first and its `revivals` raised, because a row that
 * was 'unknown' did not hold back its finish.
 */
function returnDelivery(
  tx: Tx,
  { campaignId, position, attempt }: ClaimedRow,
  { error, dueAt, refund }: DeliveryResult,
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    WITH campaign AS MATERIALIZED (
      SELECT state FROM campaigns WHERE id = ${campaignId}::uuid FOR NO KEY UPDATE
    ), verdict AS (
      SELECT state AS reason, CASE
               WHEN state = 'cancelled' THEN 'skipped' WHEN state = 'finished' THEN 'failed' ELSE 'pending'
             END AS state
        FROM campaign
    ), revival AS (
      UPDATE campaigns SET revivals = revivals + 1
        FROM verdict WHERE campaigns.id = ${campaignId}::uuid AND verdict.state = 'pending'
    )
    UPDATE deliveries d
       SET state = verdict.state, attempts = d.attempts - ${refund === true ? 1 : 0}::smallint,
           error = coalesce(${error ?? null}::text, CASE WHEN verdict.state <> 'pending' THEN verdict.reason END),
           due_at = CASE WHEN verdict.state = 'pending' THEN ${dueAt ?? null}::timestamptz END,
           finished_at = CASE WHEN verdict.state <> 'pending' THEN ${now}::timestamptz END
      FROM verdict
     WHERE d.campaign_id = ${campaignId}::uuid AND d.position = ${position}::integer
       AND d.attempts = ${attempt}::smallint AND d.attempts > 0 AND d.state IN ('sending', 'unknown', 'pending')`
}
