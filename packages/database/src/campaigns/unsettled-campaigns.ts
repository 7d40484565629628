import type { Tx } from '../client.ts'
import type { Campaign } from './campaign.ts'
import { toCampaign } from './campaign.ts'
import { NOTHING_LEFT } from './finish-campaign.ts'

/** Those somebody has to drive on, by number. */
export async function unsettledCampaigns(tx: Tx): Promise<Campaign[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT campaign.id FROM campaigns campaign
     WHERE campaign.state IN ('planning', 'running', 'paused')
        OR (campaign.state = 'cancelled' AND (campaign.finished_at IS NULL OR NOT ${NOTHING_LEFT}))`
  const rows = await tx.campaign.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { number: 'asc' },
  })
  return rows.map(toCampaign)
}
