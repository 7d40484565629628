import type { ClientBase } from 'pg'
import type { ImportBatch, ImportRun, OfferKey } from './imported-rows.ts'
import { refreshApplied } from '../search/refresh-applied.ts'
import { recordChanges } from './record-changes.ts'
import { distinctOffers, takeOver } from './write-applicants.ts'

/** Offers whose lists are compared in one transaction. */
const OFFERS = 200

/** What the file has named so far; gone with the connection. */
export async function openSeen(client: ClientBase): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS seen_applicants (
       year smallint, offer_id integer, applicant_key text, funding text,
       PRIMARY KEY (year, offer_id, applicant_key, funding))`,
  )
}

export async function recordSeen(client: ClientBase, { rows }: ImportBatch): Promise<void> {
  await client.query(
    `INSERT INTO seen_applicants SELECT year, offer_id, applicant_key, funding
       FROM jsonb_populate_recordset(NULL::seen_applicants, $1::jsonb) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  )
}

/** The next offers the file has named, after the one with this key. */
export async function seenOffers(client: ClientBase, after: OfferKey | null): Promise<OfferKey[]> {
  const { rows } = await client.query<OfferKey>(
    `SELECT DISTINCT year, offer_id FROM seen_applicants
      WHERE (year, offer_id) > ($1::smallint, $2::integer) ORDER BY year, offer_id LIMIT ${OFFERS}`,
    [after?.year ?? 0, after?.offer_id ?? 0],
  )
  return rows
}

/**
 * Removes the applications to these offers that the file has not named, in the caller's transaction; the counters of
 * offers whose list became shorter follow.
 */
export async function removeMissing(
  client: ClientBase,
  offers: readonly OfferKey[],
  run: ImportRun,
): Promise<number> {
  const named = JSON.stringify(offers)
  const { rows } = await client.query<OfferKey>(
    `DELETE FROM offer_applicants a
      USING jsonb_to_recordset($1::jsonb) AS named (year smallint, offer_id integer)
      WHERE a.year = named.year AND a.offer_id = named.offer_id
        AND NOT EXISTS (
          SELECT FROM seen_applicants s
           WHERE s.year = a.year AND s.offer_id = a.offer_id AND s.applicant_key = a.applicant_key AND s.funding = a.funding)
      RETURNING a.year, a.offer_id`,
    [named],
  )
  const touched = distinctOffers(rows)
  await takeOver(client, named, touched, run)
  await refreshApplied(client, await countApplications(client, named))
  await recordChanges(client, run, touched)
  return rows.length
}

/** The file holds the whole list, so that its length is the number of applications. Returns whose number it changed. */
async function countApplications(client: ClientBase, named: string): Promise<OfferKey[]> {
  const { rows } = await client.query<OfferKey>(
    `UPDATE offers o SET applied = list.applied, budget_applied = list.budget
       FROM (SELECT a.year, a.offer_id, count(*)::integer AS applied,
                    (count(*) FILTER (WHERE a.funding = 'budget'))::integer AS budget
               FROM jsonb_to_recordset($1::jsonb) AS named (year smallint, offer_id integer)
               JOIN offer_applicants a USING (year, offer_id) GROUP BY 1, 2) list
      WHERE o.year = list.year AND o.offer_id = list.offer_id
        AND (o.applied, o.budget_applied) IS DISTINCT FROM (list.applied, list.budget)
     RETURNING o.year, o.offer_id`,
    [named],
  )
  return rows
}
