import type { Tx } from '../client.ts'
import type { PlannedRecipient } from './delivery.ts'

/**
 * Lock, rows, cursor and size in one statement. Chats that are planned already are left out before positions are
 * given, so that none is missing; nobody else can plan them meanwhile without moving the cursor.
 */
export async function planRecipients(
  tx: Tx,
  campaignId: string,
  { from, upto, recipients }: { from: bigint | null; upto: bigint; recipients: readonly PlannedRecipient[] },
): Promise<boolean> {
  const given = JSON.stringify(
    recipients.map(({ chatId, content, dueAt }) => ({ chat: String(chatId), content, due: dueAt })),
  )
  const moved = await tx.$executeRaw`
    WITH campaign AS MATERIALIZED (
      SELECT id, size FROM campaigns
       WHERE id = ${campaignId}::uuid AND state = 'planning' AND planned_upto IS NOT DISTINCT FROM ${from}::bigint
         AND (planned_upto IS NULL OR planned_upto < ${upto}::bigint)
         FOR NO KEY UPDATE
    ), given AS (
      SELECT DISTINCT ON (chat) chat, content, due
        FROM jsonb_to_recordset(${given}::jsonb) AS recipient (chat bigint, content jsonb, due timestamptz) ORDER BY chat
    ), planned AS (
      INSERT INTO deliveries (campaign_id, position, telegram_chat_id, content, due_at)
      SELECT campaign.id, campaign.size - 1 + row_number() OVER (ORDER BY given.chat), given.chat, given.content, given.due
        FROM given CROSS JOIN campaign
       WHERE NOT EXISTS (
         SELECT FROM deliveries d WHERE d.campaign_id = campaign.id AND d.telegram_chat_id = given.chat)
      RETURNING 1
    )
    UPDATE campaigns
       SET size = campaigns.size + (SELECT count(*) FROM planned), planned_upto = ${upto}::bigint
      FROM campaign
     WHERE campaigns.id = campaign.id`
  return moved === 1
}
