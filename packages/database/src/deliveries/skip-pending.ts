import type { Tx } from '../client.ts'

/**
 * A page of a campaign's pending rows; rows that somebody holds right now are left for a later page. Found again by
 * their places in the table: right after the planning, statistics know of no row, and a join would be planned as if
 * the page were empty.
 */
export function skipPending(
  tx: Tx,
  campaignId: string,
  reason: string,
  limit: number,
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE deliveries
       SET state = 'skipped', error = ${reason}, due_at = NULL, finished_at = ${now}::timestamptz
     WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM deliveries
        WHERE campaign_id = ${campaignId}::uuid AND state = 'pending'
        ORDER BY position LIMIT ${limit}::integer
          FOR UPDATE SKIP LOCKED))`
}
