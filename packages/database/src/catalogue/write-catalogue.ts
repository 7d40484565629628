import type { ClientBase } from 'pg'
import type { Catalogue } from './catalogue-files.ts'
import { refreshOfferSearch } from '../search/refresh-offer-search.ts'
import { offerRows } from './offer-rows.ts'
import type { Row } from './table-rows.ts'
import { referenceTables } from './table-rows.ts'
import { insertMissing, upsertSeeded } from './upsert.ts'

/** Writes all of the catalogue but the open days, in the caller's transaction. */
export async function writeCatalogue(client: ClientBase, catalogue: Catalogue): Promise<void> {
  for (const rows of referenceTables(catalogue)) await upsertSeeded(client, rows)
  await writeOffers(client, catalogue)
  await refreshOfferSearch(client, 'all')
  await writeDemoUsers(client, catalogue)
}

async function writeOffers(client: ClientBase, catalogue: Catalogue): Promise<void> {
  const { offers, coefficients, history, applicants } = offerRows(catalogue, await facultyIds(client))
  await upsertSeeded(client, { table: 'offers', key: ['year', 'offer_id'], rows: offers })
  const ours = await seededOffers(client)
  await replaceOf(client, 'offer_coefficients', ours, coefficients)
  await replaceOf(client, 'offer_history', ours, history)
  await replaceOf(client, 'offer_applicants', ours, applicants)
}

async function facultyIds(client: ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: number; key: string }>(
    `SELECT id, university_id || '/' || name_uk AS key FROM faculties`,
  )
  return new Map(rows.map(({ id, key }) => [key, id]))
}

/** Offers that nobody else has taken over since, as `<year>/<offer id>`. */
async function seededOffers(client: ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT year || '/' || offer_id AS key FROM offers WHERE seeded`,
  )
  return new Set(rows.map(({ key }) => key))
}

/** Nobody refers to rows of these tables, so that those of our own offers can simply be written anew. */
async function replaceOf(client: ClientBase, table: string, ours: Set<string>, rows: Row[]): Promise<void> {
  await client.query(
    `DELETE FROM ${table} AS child USING offers
      WHERE offers.seeded AND offers.year = child.year AND offers.offer_id = child.offer_id`,
  )
  await insertMissing(
    client,
    table,
    rows.filter((row) => ours.has(`${String(row.year)}/${String(row.offer_id)}`)),
  )
}

/** Accounts to try linking with. They are people's rows once they exist: never updated. */
async function writeDemoUsers(client: ClientBase, { demoUsers }: Catalogue): Promise<void> {
  const users = demoUsers.map(({ id, firstName, lastName }) => ({
    id,
    first_name: firstName,
    last_name: lastName,
    generated: true,
  }))
  const grades = demoUsers.flatMap(({ id, grades: byYear }) =>
    Object.entries(byYear).flatMap(([year, bySubject]) =>
      Object.entries(bySubject).map(([subjectCode, grade]) => ({
        user_id: id,
        nmt_year: Number(year),
        subject_code: subjectCode,
        grade,
      })),
    ),
  )
  await insertMissing(client, 'users', users)
  await insertMissing(client, 'users_grades', grades)
}
