import type { Tx } from '../client.ts'
import type { CampaignActor } from './campaign.ts'

/** finished → running with its unknown rows pending again; returns how many. */
export async function reopenCampaign(tx: Tx, id: string, { by, now }: CampaignActor): Promise<number> {
  const [revived] = await tx.$queryRaw<{ count: number }[]>`
    WITH campaign AS (
      UPDATE campaigns
         SET state = 'running', finished_at = NULL, reported_at = NULL, revivals = revivals + 1,
             changed_by = ${by}::bigint, changed_at = ${now}::timestamptz
       WHERE id = ${id}::uuid AND state = 'finished'
         AND EXISTS (SELECT FROM deliveries d WHERE d.campaign_id = campaigns.id AND d.state = 'unknown')
      RETURNING id
    ), revived AS (
      UPDATE deliveries d SET state = 'pending', error = NULL, due_at = NULL, finished_at = NULL
        FROM campaign
       WHERE d.campaign_id = campaign.id AND d.state = 'unknown'
      RETURNING 1
    )
    SELECT count(*)::integer AS count FROM revived`
  return revived?.count ?? 0
}
