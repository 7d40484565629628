import type { ClientBase } from 'pg'
import type { ImportRun, OfferKey } from './imported-rows.ts'

/** Marks offers as changed, in the transaction that changed them: the digest looks for what was told of older revisions. */
export async function recordChanges(
  client: ClientBase,
  { id, now }: ImportRun,
  touched: readonly OfferKey[],
): Promise<void> {
  if (touched.length === 0) return
  // One order for everybody: two imports at once wait for one another instead of for each other.
  await client.query(
    `INSERT INTO offer_changes (year, offer_id, changed_at, import_id)
     SELECT year, offer_id, $2, $3 FROM jsonb_to_recordset($1::jsonb) AS touched (year smallint, offer_id integer)
      ORDER BY year, offer_id
     ON CONFLICT (year, offer_id) DO UPDATE
        SET revision = EXCLUDED.revision, changed_at = EXCLUDED.changed_at, import_id = EXCLUDED.import_id`,
    [JSON.stringify(touched), now, id],
  )
}
