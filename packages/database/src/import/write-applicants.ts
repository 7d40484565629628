import type { ClientBase } from 'pg'
import type { ImportBatch, ImportRun, OfferKey, WrittenRows } from './imported-rows.ts'
import { recordChanges } from './record-changes.ts'
import { upsertImported } from './upsert-imported.ts'

const UPSERT = {
  table: 'offer_applicants',
  key: ['year', 'offer_id', 'applicant_key', 'funding'],
  fixed: { generated: 'false' },
  returning: 'year, offer_id',
}

/** Writes a batch of applications in the caller's transaction. Invented ones of the same offers make room. */
export async function writeApplicants(
  client: ClientBase,
  batch: ImportBatch,
  run: ImportRun,
): Promise<WrittenRows> {
  const named = JSON.stringify(distinctOffers(batch.rows as readonly unknown[] as readonly OfferKey[]))
  const invented = await removeInvented(client, named)
  const written = await upsertImported<OfferKey>(client, batch, UPSERT)
  const touched = distinctOffers([...invented, ...written])
  await takeOver(client, named, touched, run)
  await recordChanges(client, run, touched)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added, removed: invented.length, touched }
}

/** A list of real applications and invented ones together would be neither. */
async function removeInvented(client: ClientBase, named: string): Promise<OfferKey[]> {
  const { rows } = await client.query<OfferKey>(
    `DELETE FROM offer_applicants a
      USING jsonb_to_recordset($1::jsonb) AS named (year smallint, offer_id integer), offers o
      WHERE o.year = named.year AND o.offer_id = named.offer_id AND o.applicants_generated
        AND a.year = o.year AND a.offer_id = o.offer_id AND a.generated
      RETURNING a.year, a.offer_id`,
    [named],
  )
  return rows
}

/** From now on the lists are nobody's invention, and the catalogue leaves these offers alone. */
export async function takeOver(
  client: ClientBase,
  named: string,
  touched: readonly OfferKey[],
  { dataAt }: ImportRun,
): Promise<void> {
  await client.query(
    `WITH touched AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS t (year smallint, offer_id integer))
     UPDATE offers o
        SET seeded = false, applicants_generated = false,
            data_at = CASE WHEN t.year IS NULL THEN o.data_at ELSE $3 END
       FROM jsonb_to_recordset($1::jsonb) AS named (year smallint, offer_id integer) LEFT JOIN touched t USING (year, offer_id)
      WHERE o.year = named.year AND o.offer_id = named.offer_id
        AND (o.seeded OR o.applicants_generated OR t.year IS NOT NULL)`,
    [named, JSON.stringify(touched), dataAt],
  )
}

/** Each offer once, in one order for every import. */
export function distinctOffers(keys: readonly OfferKey[]): OfferKey[] {
  const byKey = new Map(
    keys.map(({ year, offer_id: offerId }) => [`${year}/${offerId}`, { year, offer_id: offerId }]),
  )
  return [...byKey.values()].sort((a, b) => a.year - b.year || a.offer_id - b.offer_id)
}
