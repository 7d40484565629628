import type { ClientBase } from 'pg'
import { initialsOf } from './initials.ts'
import { offerWords } from './offer-words.ts'
import type { OfferTexts, OfferWords } from './offer-words.ts'
import { searchWords } from './search-words.ts'
import { writeOfferWords } from './write-offer-words.ts'

/** Which offers were written: some of a year, or any. */
export type ChangedOffers = { year: number; offerIds: readonly number[] } | 'all'

/** Offers read and written at a time: the memory it takes does not grow with their number. */
const BATCH = 2_000
/** 'search' in ASCII: one refresh at a time, until its transaction ends. */
const LOCK_KEY = '126879063339880'

/**
 * Brings the search up to date with the offers, in the caller's transaction: whoever writes offers calls it after
 * writing. Offers of the newest two years can be found: a new one begins with few. May be repeated.
 */
export async function refreshOfferSearch(client: ClientBase, offers: ChangedOffers): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY])
  const years = await newestYears(client)
  await client.query('DELETE FROM offer_search WHERE year <> ALL ($1::integer[])', [years])
  const read = rememberedWords(await shortNames(client))
  for (const year of years) {
    for await (const texts of changedTexts(client, year, offers)) {
      await writeOfferWords(client, texts.map(read))
    }
  }
  await countWords(client)
  await client.query('ANALYZE search_words, offer_search')
}

/** The newest year that has offers, and the one before it. */
async function newestYears(client: ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ year: number | null }>(
    `SELECT max(year) AS year FROM offers
      UNION SELECT max(year) FROM offers WHERE year < (SELECT max(year) FROM offers)`,
  )
  return rows.flatMap(({ year }) => year ?? [])
}

/** The words of all universities' short names. */
async function shortNames(client: ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ short: string }>(
    'SELECT short_uk AS short FROM universities UNION SELECT short_en FROM universities WHERE short_en IS NOT NULL',
  )
  return new Set(rows.flatMap(({ short }) => searchWords(short)))
}

/**
 * Names of universities and specialities come back with each of their offers; they are few.
 * @param taken abbreviations that belong to somebody: initials do not lend them to others («KPI» is not in Kharkiv)
 */
function rememberedWords(taken: ReadonlySet<string>): (texts: OfferTexts) => OfferWords {
  const words = remembered(searchWords)
  const abbreviations = remembered((name) => initialsOf(name).filter((initials) => !taken.has(initials)))
  return (texts) => offerWords(texts, words, abbreviations)
}

function remembered(read: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const words = known.get(text) ?? read(text)
    known.set(text, words)
    return words
  }
}

async function* changedTexts(
  client: ClientBase,
  year: number,
  offers: ChangedOffers,
): AsyncGenerator<OfferTexts[]> {
  if (offers === 'all') yield* allTexts(client, year)
  else if (offers.year === year) {
    for (let from = 0; from < offers.offerIds.length; from += BATCH)
      yield await readTexts(client, 'offer_id = ANY($2::integer[])', [
        year,
        offers.offerIds.slice(from, from + BATCH),
      ])
  }
}

async function* allTexts(client: ClientBase, year: number): AsyncGenerator<OfferTexts[]> {
  let last = -1
  for (let read = BATCH; read === BATCH;) {
    const texts = await readTexts(client, 'offer_id > $2 ORDER BY offer_id LIMIT $3', [year, last, BATCH])
    read = texts.length
    last = texts.at(-1)?.offerId ?? last
    yield texts
  }
}

/** @param which condition over `$1` = year and further values */
async function readTexts(client: ClientBase, which: string, values: unknown[]): Promise<OfferTexts[]> {
  const { rows } = await client.query<OfferTexts>(
    `SELECT o.year, o.offer_id AS "offerId", coalesce(o.applied, 0) AS applied,
            ARRAY[o.programme_uk, o.programme_en] AS titles,
            ARRAY[s.name_uk, s.name_en, u.name_uk, u.name_en] AS names,
            ARRAY[s.code, o.specialisation, u.short_uk, u.short_en, r.name_uk, r.name_en] || s.old_codes AS others
       FROM (SELECT * FROM offers WHERE year = $1 AND ${which}) o
       JOIN universities u ON u.id = o.university_id
       JOIN regions r ON r.id = u.region_id
       JOIN specialities s ON s.code = o.speciality_code
      ORDER BY o.offer_id`,
    values,
  )
  return rows
}

/** Counts anew in how many offers each word stands; a word of no offer goes. */
async function countWords(client: ClientBase): Promise<void> {
  await client.query(
    `WITH counted AS (
       SELECT id, count(*)::integer AS offers FROM offer_search, unnest(word_ids) AS id GROUP BY id
     ), gone AS (
       DELETE FROM search_words w WHERE NOT EXISTS (SELECT FROM counted WHERE counted.id = w.id)
     )
     UPDATE search_words w SET offers = counted.offers
       FROM counted WHERE counted.id = w.id AND w.offers <> counted.offers`,
  )
}
