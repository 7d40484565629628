import type { ClientBase } from 'pg'
import { latinForm } from './latin-form.ts'
import type { OfferWords } from './offer-words.ts'

/** Writes the words of some offers, in place of those they had. */
export async function writeOfferWords(client: ClientBase, offers: readonly OfferWords[]): Promise<void> {
  if (offers.length === 0) return
  const ids = await wordIds(client, [...new Set(offers.flatMap(({ words }) => words))])
  const rows = offers.map(({ year, offerId, applied, words, titleWords, titleSizes }) => ({
    ...{ year, offer_id: offerId, applied },
    word_ids: arrayLiteral(words.map((word) => ids.get(word))),
    title_ids: arrayLiteral(titleWords.map((word) => ids.get(word))),
    title_sizes: arrayLiteral(titleSizes),
  }))
  await client.query(
    `INSERT INTO offer_search AS kept (year, offer_id, word_ids, title_ids, title_sizes, applied)
     SELECT year, offer_id, word_ids, title_ids, title_sizes, applied
       FROM jsonb_to_recordset($1::jsonb) AS given (
              year smallint, offer_id integer, word_ids integer[], title_ids integer[], title_sizes smallint[],
              applied integer)
     ON CONFLICT (year, offer_id) DO UPDATE SET
       word_ids = EXCLUDED.word_ids,
       title_ids = EXCLUDED.title_ids,
       title_sizes = EXCLUDED.title_sizes,
       applied = EXCLUDED.applied
     WHERE (kept.word_ids, kept.title_ids, kept.title_sizes, kept.applied) IS DISTINCT FROM
           (EXCLUDED.word_ids, EXCLUDED.title_ids, EXCLUDED.title_sizes, EXCLUDED.applied)`,
    [JSON.stringify(rows)],
  )
}

/** The ids of the words; new ones are added. */
async function wordIds(client: ClientBase, words: readonly string[]): Promise<Map<string, number>> {
  await client.query(
    `INSERT INTO search_words (word, latin)
     SELECT word, latin FROM unnest($1::text[], $2::text[]) AS given (word, latin)
      WHERE NOT EXISTS (SELECT FROM search_words known WHERE known.word = given.word)
     ON CONFLICT (word) DO NOTHING`,
    [words, words.map(latinForm)],
  )
  const { rows } = await client.query<{ id: number; word: string }>(
    'SELECT id, word FROM search_words WHERE word = ANY($1::text[])',
    [words],
  )
  return new Map(rows.map(({ id, word }) => [word, id]))
}

/** As PostgreSQL reads an array inside of JSON: `{1,2}`. */
function arrayLiteral(numbers: readonly (number | undefined)[]): string {
  return `{${numbers.filter((n) => n !== undefined).join(',')}}`
}
