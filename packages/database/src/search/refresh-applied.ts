import type { ClientBase } from 'pg'

/**
 * Ranks offers by their present number of applications, in the caller's transaction: what `refreshOfferSearch` does
 * where nothing but this number is different, without a look at any word.
 */
export async function refreshApplied(
  client: ClientBase,
  offers: readonly { year: number; offer_id: number }[],
): Promise<void> {
  if (offers.length === 0) return
  await client.query(
    `UPDATE offer_search s SET applied = coalesce(o.applied, 0)
       FROM jsonb_to_recordset($1::jsonb) AS given (year smallint, offer_id integer)
       JOIN offers o USING (year, offer_id)
      WHERE s.year = o.year AND s.offer_id = o.offer_id AND s.applied <> coalesce(o.applied, 0)`,
    [JSON.stringify(offers)],
  )
}
