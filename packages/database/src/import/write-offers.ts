import type { ClientBase } from 'pg'
import type { Row } from '../catalogue/table-rows.ts'
import type { ImportBatch, ImportRun, OfferKey, WrittenRows } from './imported-rows.ts'
import { recordChanges } from './record-changes.ts'
import { refreshSearch } from './refresh-search.ts'
import { columnText } from './references.ts'
import { upsertImported } from './upsert-imported.ts'

const UPSERT = {
  table: 'offers',
  key: ['year', 'offer_id'],
  initial: ['official_url'],
  returning: 'year, offer_id',
}
/** The catalogue must not overwrite what was imported. */
const OURS = { seeded: 'false' }
/** Whoever says how many places there are has not invented them. */
const PLACES = ['max_budget', 'fixed_budget']

/**
 * Writes a batch of offers in the caller's transaction: the one place where an import writes offers, so that whatever
 * is derived from them is brought up to date here, behind the rows.
 */
export async function writeOffers(
  client: ClientBase,
  batch: ImportBatch,
  run: ImportRun,
): Promise<WrittenRows> {
  const columns = batch.columns.map((column) => (column === 'faculty_uk' ? 'faculty_id' : column))
  const rows = (await withFaculties(client, batch)).map((row) => ({
    ...row,
    official_url: row['official_url'] ?? officialUrl(row),
  }))
  const tellsPlaces = PLACES.some((column) => columns.includes(column))
  const fixed = tellsPlaces ? { ...OURS, places_generated: 'false' } : OURS
  const written = await upsertImported<OfferKey>(client, { rows, columns }, { ...UPSERT, fixed })
  const touched = written.map(({ year, offer_id }) => ({ year, offer_id }))
  await recordChanges(client, run, touched)
  await refreshSearch(client, touched)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added, removed: 0, touched }
}

/** Faculties stand in the file by name; one the university does not have yet is added. */
async function withFaculties(client: ClientBase, { rows, columns }: ImportBatch): Promise<Row[]> {
  if (!columns.includes('faculty_uk')) return [...rows]
  const named = rows.filter((row) => row['faculty_uk'] !== null && row['faculty_uk'] !== undefined)
  const wanted = JSON.stringify(
    named.map((row) => ({ university_id: row['university_id'], name_uk: row['faculty_uk'] })),
  )
  await client.query(
    `INSERT INTO faculties (university_id, name_uk)
     SELECT DISTINCT university_id, name_uk
       FROM jsonb_to_recordset($1::jsonb) AS wanted (university_id integer, name_uk text) ORDER BY 1, 2
     ON CONFLICT (university_id, name_uk) DO NOTHING`,
    [wanted],
  )
  const { rows: faculties } = await client.query<{ id: number; key: string }>(
    `SELECT id, university_id || '/' || name_uk AS key FROM faculties
      WHERE (university_id, name_uk) IN (
        SELECT university_id, name_uk
          FROM jsonb_to_recordset($1::jsonb) AS wanted (university_id integer, name_uk text))`,
    [wanted],
  )
  const ids = new Map(faculties.map(({ key, id }) => [key, id]))
  return rows.map(({ faculty_uk: faculty, ...row }) => ({
    ...row,
    faculty_id:
      typeof faculty === 'string' ? ids.get(`${columnText(row, 'university_id')}/${faculty}`) : null,
  }))
}

/** The archive of its year, as the catalogue has it. */
function officialUrl(row: Row): string {
  const [year, offerId] = [columnText(row, 'year'), columnText(row, 'offer_id')]
  return `https://vstup${year}.edbo.gov.ua/offer/${offerId}/`
}
