import pg from 'pg'
import { refreshOfferSearch, syncCatalogue } from '@abitly/database'
import { SCHEMA } from '../support/people.ts'

/** The year of the generated offers: newer than any of the catalogue's. */
const YEAR = 2026
const UNIVERSITIES = 300
const CHUNK = 5_000

const SYLLABLES = 'ба ве гі до ен жи за ін ка ло ме ни ор пе ра со ту ук фі хо цев чан шен щи юр яр'.split(
  ' ',
)
const CITIES =
  'Львівський Київський Харківський Одеський Дніпровський Полтавський Сумський Волинський Рівненський'.split(
    ' ',
  )
const KINDS = 'національний державний технічний аграрний медичний педагогічний економічний'.split(' ')
const TOPICS =
  'Інформатика|Комп’ютерні науки|Право|Системний аналіз|Філологія|Журналістика|Фінанси|Менеджмент організацій'.split(
    '|',
  )

/**
 * Adds offers of about 300 universities and all specialities of the catalogue, with a vocabulary as large as the
 * country's, and makes them searchable. Numbers decide everything: the same in each run.
 * @returns milliseconds that it took to make them searchable
 */
export async function addOffers(databaseUrl: string, count: number): Promise<number> {
  await syncCatalogue({ url: databaseUrl, schema: SCHEMA, ssl: false })
  const client = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA},public` })
  await client.connect()
  try {
    await addUniversities(client)
    const codes = await client.query<{ code: string }>('SELECT code FROM specialities ORDER BY code')
    for (let first = 0; first < count; first += CHUNK) {
      const rows = Array.from({ length: Math.min(CHUNK, count - first) }, (_, index) =>
        offer(
          first + index,
          codes.rows.map(({ code }) => code),
        ),
      )
      await client.query(
        `INSERT INTO offers (year, offer_id, university_id, speciality_code, programme_uk, base, kind, applied, official_url, data_at)
         SELECT ${YEAR}, offer_id, university_id, code, name, 'ПЗСО', 'open', applied, 'https://vstup.edbo.gov.ua', now()
           FROM jsonb_to_recordset($1::jsonb) AS given (offer_id integer, university_id integer, code text, name text, applied integer)`,
        [JSON.stringify(rows)],
      )
    }
    return await refresh(client)
  } finally {
    await client.end()
  }
}

async function refresh(client: pg.Client): Promise<number> {
  const startedAt = performance.now()
  await client.query('BEGIN')
  await refreshOfferSearch(client, 'all')
  await client.query('COMMIT')
  const took = performance.now() - startedAt
  await client.query('VACUUM ANALYZE offers, offer_search, search_words')
  return took
}

async function addUniversities(client: pg.Client): Promise<void> {
  const rows = Array.from({ length: UNIVERSITIES }, (_, n) => ({
    id: 9_500_000 + n,
    name: `${pick(CITIES, n)} ${pick(KINDS, n >> 3)} університет імені ${capital(word(n * 7 + 1))}`,
    short: `Ун${n}`,
  }))
  await client.query(
    `INSERT INTO universities (id, name_uk, short_uk, region_id)
     SELECT id, name, short, (SELECT min(id) FROM regions)
       FROM jsonb_to_recordset($1::jsonb) AS given (id integer, name text, short text)`,
    [JSON.stringify(rows)],
  )
}

function offer(n: number, codes: readonly string[]): Record<string, unknown> {
  const topic = n % 3 === 0 ? pick(TOPICS, n / 3) : `${capital(word(n % 9_000))} та ${word((n * 31) % 4_000)}`
  return {
    offer_id: 7_000_000 + n,
    university_id: 9_500_000 + (n % UNIVERSITIES),
    code: pick(codes, n * 13),
    name: `${topic} ${word((n * 17) % 2_500)}`,
    applied: (n * 7_919) % 900,
  }
}

/** The word with this number: three syllables or four. */
function word(n: number): string {
  const parts = [n, n / SYLLABLES.length, n / SYLLABLES.length ** 2, ...(n % 2 === 0 ? [n * 11] : [])]
  return parts.map((part) => pick(SYLLABLES, part)).join('')
}

function pick(list: readonly string[], n: number): string {
  return list[Math.floor(n) % list.length] ?? ''
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
