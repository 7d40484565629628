import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'

/**
 * Two lookups, because each has an index of its own. The lowest position is a jump into it; NOT EXISTS would read the
 * whole table whenever statistics from before the sending say that most rows are pending.
 */
export const NOTHING_LEFT = Prisma.sql`(
  (SELECT min(d.position) FROM deliveries d WHERE d.campaign_id = campaign.id AND d.state = 'pending') IS NULL
  AND NOT EXISTS (SELECT FROM deliveries d WHERE d.campaign_id = campaign.id AND d.state = 'sending')
)`

/**
 * running → finished. Who waits for the row's lock sees the row anew, but the deliveries as they were when the
 * statement began: `revivals` tells that rows which had ended have become pending since.
 */
export async function finishCampaign(tx: Tx, id: string, now: Date): Promise<boolean> {
  const finished = await tx.$executeRaw`
    UPDATE campaigns campaign
       SET state = 'finished', finished_at = ${now}::timestamptz, changed_by = NULL, changed_at = ${now}::timestamptz
      FROM campaigns seen
     WHERE campaign.id = ${id}::uuid AND campaign.state = 'running'
       AND seen.id = campaign.id AND seen.revivals = campaign.revivals
       AND ${NOTHING_LEFT}`
  return finished === 1
}

/** Ends a cancelled campaign once its last row has. Nothing returns to pending in a cancelled one. */
export async function settleCampaign(tx: Tx, id: string, now: Date): Promise<boolean> {
  const settled = await tx.$executeRaw`
    UPDATE campaigns campaign SET finished_at = ${now}::timestamptz
     WHERE campaign.id = ${id}::uuid AND campaign.state = 'cancelled' AND campaign.finished_at IS NULL
       AND ${NOTHING_LEFT}`
  return settled === 1
}
