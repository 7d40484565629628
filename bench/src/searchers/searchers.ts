import pg from 'pg'
import { createDatabase } from '@abitly/database'
import { SCHEMA } from '../support/people.ts'

/** A way to find offers. */
export interface Searcher {
  name: string
  /** How many it finds, eight at most. */
  find(text: string): Promise<number>
}

export interface Searchers {
  /** Ours comes first. */
  all: readonly Searcher[]
  close(): Promise<void>
}

const PAGE = 8

/** The peers search a table made for them: one text an offer, so that they need no joins. */
export async function createSearchers(databaseUrl: string): Promise<Searchers> {
  const database = createDatabase({ url: databaseUrl, schema: SCHEMA, ssl: false, poolSize: 2 })
  const client = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA},public` })
  await client.connect()
  await makeTexts(client)
  const count = async (statement: string, values: unknown[]): Promise<number> =>
    (await client.query(statement, values)).rows.length
  return {
    all: [
      {
        name: 'ours',
        find: async (text) => (await database.repositories.offerSearch.find(text, PAGE)).keys.length,
      },
      {
        name: "ILIKE '%…%' AND … per word",
        find: (text) =>
          count('SELECT id FROM bench_texts WHERE text ILIKE ALL ($1) ORDER BY applied DESC LIMIT 8', [
            text.split(' ').map((word) => `%${word}%`),
          ]),
      },
      {
        name: 'word_similarity() over all',
        find: (text) =>
          count(
            `SELECT id FROM (SELECT id, applied, word_similarity($1, text) AS alike FROM bench_texts) t
              WHERE alike > 0.4 ORDER BY alike DESC, applied DESC LIMIT 8`,
            [text],
          ),
      },
    ],
    close: async () => {
      await Promise.all([database.close(), client.end()])
    },
  }
}

async function makeTexts(client: pg.Client): Promise<void> {
  await client.query(
    `CREATE TABLE bench_texts AS
     SELECT o.offer_id AS id, o.applied,
            concat_ws(' ', o.programme_uk, o.programme_en, u.name_uk, u.short_uk, s.code, s.name_uk, s.name_en) AS text
       FROM offers o
       JOIN universities u ON u.id = o.university_id
       JOIN specialities s ON s.code = o.speciality_code
      WHERE o.year = (SELECT max(year) FROM offers)`,
  )
  await client.query('CREATE INDEX ON bench_texts USING gin (text gin_trgm_ops)')
  await client.query('VACUUM ANALYZE bench_texts')
}
