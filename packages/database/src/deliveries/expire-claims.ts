import type { Tx } from '../client.ts'

/** Ends claims that were made before a moment and never answered for. */
export async function expireClaims(
  tx: Tx,
  claimedBefore: Date,
  now: Date,
): Promise<{ unknown: number; pending: number }> {
  const [expired] = await tx.$queryRaw<{ unknown: number; pending: number }[]>`
    WITH expired AS (
      UPDATE deliveries d
         SET state = CASE WHEN resend THEN 'pending' ELSE 'unknown' END,
             finished_at = CASE WHEN resend THEN NULL ELSE ${now}::timestamptz END
        FROM (SELECT id, resend_unknown AND state IN ('running', 'paused') AS resend FROM campaigns) campaign
       WHERE campaign.id = d.campaign_id AND d.state = 'sending' AND d.claimed_at < ${claimedBefore}::timestamptz
      RETURNING d.state
    )
    SELECT (count(*) FILTER (WHERE state = 'unknown'))::integer AS unknown,
           (count(*) FILTER (WHERE state = 'pending'))::integer AS pending
      FROM expired`
  return expired ?? { unknown: 0, pending: 0 }
}
