import type { Tx } from '../client.ts'

/** Clocks differ: a campaign may seem to be a little older than the edit it tells of. */
const CLOCKS_DIFFER_MS = 86_400_000

/** The pairs among `chatIds` × `edits` that a campaign has told, or is about to. */
export function toldOfEdits(
  tx: Tx,
  chatIds: bigint[],
  edits: { openDayId: number; editedAt: Date }[],
): Promise<{ chatId: bigint; openDayId: number }[]> {
  if (edits.length === 0) return Promise.resolve([])
  // Nobody was told of an edit before it was made: the history behind it is not looked at.
  const since = new Date(Math.min(...edits.map(({ editedAt }) => editedAt.getTime())) - CLOCKS_DIFFER_MS)
  const given = JSON.stringify(edits.map(({ openDayId, editedAt }) => ({ openDayId, editedAt })))
  return tx.$queryRaw<{ chatId: bigint; openDayId: number }[]>`
    SELECT DISTINCT d.telegram_chat_id AS "chatId", (edit.value ->> 'openDayId')::integer AS "openDayId"
      FROM deliveries d
      JOIN campaigns c ON c.id = d.campaign_id AND c.kind = 'open-day-update' AND c.created_at >= ${since}::timestamptz
      JOIN jsonb_array_elements(${given}::jsonb) edit
        ON d.content @> jsonb_build_object('edits', jsonb_build_array(edit.value))
     WHERE d.telegram_chat_id = ANY(${chatIds.map(String)}::text[]::bigint[])
       AND d.state IN ('pending', 'sending', 'sent', 'unknown')
     ORDER BY 1, 2`
}
