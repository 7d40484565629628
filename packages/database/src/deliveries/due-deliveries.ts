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
    SELECT position, telegram_chat_id AS "chatId", content, attempts, due_at AS "dueAt"
      FROM deliveries
     WHERE campaign_id = ${campaignId}::uuid AND state = 'pending'
       AND position > ${after}::integer AND position <= ${upto}::integer
       AND (due_at IS NULL OR due_at <= ${now}::timestamptz)
     ORDER BY position LIMIT ${limit}::integer`
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
