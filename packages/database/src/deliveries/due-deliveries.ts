import type { Tx } from '../client.ts'
import type { DeliveryRow, PositionRange } from './delivery.ts'

/** Pending rows of a chunk whose moment has come, by position. */
export function dueDeliveries(
  tx: Tx,
  campaignId: string,
  { after, upto }: PositionRange,
  now: Date,
  limit: number,
): Promise<DeliveryRow[]> {
  return tx.$queryRaw<DeliveryRow[]>`
    SELECT d.position, d.telegram_chat_id AS "chatId", coalesce(t.language, 'uk') AS language, d.content, d.attempts,
           d.due_at AS "dueAt",
           json_build_object('from', coalesce(s.quiet_from, 22), 'until', coalesce(s.quiet_until, 8)) AS quiet
      FROM deliveries d
      LEFT JOIN telegram_users t ON t.telegram_chat_id = d.telegram_chat_id
      LEFT JOIN notification_settings s ON s.telegram_chat_id = d.telegram_chat_id
     WHERE d.campaign_id = ${campaignId}::uuid AND d.state = 'pending'
       AND d.position > ${after}::integer AND d.position <= ${upto}::integer
       AND (d.due_at IS NULL OR d.due_at <= ${now}::timestamptz)
     ORDER BY d.position LIMIT ${limit}::integer`
}

/** The earliest moment a pending row of a chunk waits for. */
export async function nextDueAt(
  tx: Tx,
  campaignId: string,
  { after, upto }: PositionRange,
): Promise<Date | null> {
  const [next] = await tx.$queryRaw<{ dueAt: Date | null }[]>`
    SELECT min(due_at) AS "dueAt"
      FROM deliveries
     WHERE campaign_id = ${campaignId}::uuid AND state = 'pending'
       AND position > ${after}::integer AND position <= ${upto}::integer`
  return next?.dueAt ?? null
}
