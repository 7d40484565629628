import { RECEIVES, audienceCondition } from '../audiences/audience-condition.ts'
import type { AudienceFilter } from '../audiences/audience-filter.ts'
import type { Tx } from '../client.ts'

/**
 * Lock, page, rows, cursor and size in one statement. A second planner waits for the lock of the campaign's row and
 * then reads the cursor as the first left it.
 */
export async function planAudience(
  tx: Tx,
  campaignId: string,
  filter: AudienceFilter,
  limit: number,
  now: Date,
): Promise<number> {
  const [page] = await tx.$queryRaw<{ count: number }[]>`
    WITH campaign AS MATERIALIZED (
      SELECT id, size, coalesce(planned_upto, '-9223372036854775808'::bigint) AS planned_upto
        FROM campaigns WHERE id = ${campaignId}::uuid AND state = 'planning' FOR NO KEY UPDATE
    ), page AS (
      SELECT t.telegram_chat_id
        FROM telegram_users t
       WHERE t.telegram_chat_id > (SELECT planned_upto FROM campaign)
         AND ${RECEIVES} AND ${audienceCondition(filter, now)}
       ORDER BY t.telegram_chat_id LIMIT ${limit}::integer
    ), planned AS (
      INSERT INTO deliveries (campaign_id, position, telegram_chat_id)
      SELECT campaign.id, campaign.size - 1 + row_number() OVER (ORDER BY page.telegram_chat_id), page.telegram_chat_id
        FROM page CROSS JOIN campaign
      RETURNING telegram_chat_id
    ), summary AS (
      SELECT count(*)::integer AS count, max(telegram_chat_id) AS upto FROM planned
    )
    UPDATE campaigns SET size = size + summary.count, planned_upto = summary.upto
      FROM summary
     WHERE campaigns.id = ${campaignId}::uuid AND summary.count > 0
    RETURNING summary.count`
  return page?.count ?? 0
}
