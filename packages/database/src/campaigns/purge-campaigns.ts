import type { Tx } from '../client.ts'

/** Campaigns that are over are deleted when they ended before these moments. */
export interface CampaignRetention {
  /** Drafts: when they were begun. */
  drafts: Date
  /** Those the schedule has started. */
  ofSchedule: Date
  /** Those of admins: their reports are looked up for longer. */
  ofAdmins: Date
}

const CHUNK = 5_000

/** Recipients first, in chunks: a campaign may have a million of them. */
export async function purgeCampaigns(tx: Tx, kept: CampaignRetention): Promise<number> {
  const { drafts, ofSchedule, ofAdmins } = kept
  const old = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM campaigns
     WHERE (state = 'draft' AND created_at < ${drafts}::timestamptz)
        OR (finished_at < CASE WHEN created_by IS NULL THEN ${ofSchedule}::timestamptz ELSE ${ofAdmins}::timestamptz END
            AND state IN ('finished', 'cancelled'))
     ORDER BY number LIMIT 100`
  for (const { id } of old) {
    for (let deleted = CHUNK; deleted === CHUNK;) {
      deleted = await tx.$executeRaw`
        DELETE FROM deliveries WHERE campaign_id = ${id}::uuid AND position IN (
          SELECT position FROM deliveries WHERE campaign_id = ${id}::uuid ORDER BY position LIMIT ${CHUNK})`
    }
    await tx.campaign.deleteMany({ where: { id } })
  }
  return old.length
}
