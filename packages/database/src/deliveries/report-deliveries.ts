import type { Tx } from '../client.ts'
import type { DeliveryState, ReportRow } from './delivery.ts'

/** How many rows are in each state. */
export async function countStates(tx: Tx, campaignId: string): Promise<Record<DeliveryState, number>> {
  const rows = await tx.$queryRaw<{ state: DeliveryState; count: number }[]>`
    SELECT state, count(*)::integer AS count FROM deliveries WHERE campaign_id = ${campaignId}::uuid GROUP BY state`
  const tally = { pending: 0, sending: 0, sent: 0, blocked: 0, failed: 0, unknown: 0, skipped: 0 }
  for (const { state, count } of rows) tally[state] = count
  return tally
}

/** Errors of failed rows, most frequent first. */
export function countErrors(
  tx: Tx,
  campaignId: string,
  limit: number,
): Promise<{ error: string; count: number }[]> {
  return tx.$queryRaw<{ error: string; count: number }[]>`
    SELECT coalesce(error, '') AS error, count(*)::integer AS count
      FROM deliveries WHERE campaign_id = ${campaignId}::uuid AND state = 'failed'
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${limit}::integer`
}

/** A page of the report, by position; cut out first, so that no statistics can lead to a join with all students. */
export function reportPage(tx: Tx, campaignId: string, after: number, limit: number): Promise<ReportRow[]> {
  return tx.$queryRaw<ReportRow[]>`
    WITH page AS MATERIALIZED (
      SELECT * FROM deliveries
       WHERE campaign_id = ${campaignId}::uuid AND position > ${after}::integer
       ORDER BY position LIMIT ${limit}::integer
    )
    SELECT page.position, page.telegram_chat_id AS "chatId", t.first_name AS "firstName", t.last_name AS "lastName",
           t.username, page.state, page.attempts, page.error, page.finished_at AS "finishedAt"
      FROM page LEFT JOIN telegram_users t ON t.telegram_chat_id = page.telegram_chat_id
     ORDER BY page.position`
}
