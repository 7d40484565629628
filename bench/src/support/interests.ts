import pg from 'pg'
import { DATES } from '../reminders/reminder-planner.ts'
import { SCHEMA } from './people.ts'

/** Offers of each university, and universities beside those with events. */
const OFFERS = 20
const WITHOUT_EVENTS = 160

/** How much there is to be reminded of. */
export interface Interests {
  /** People with the chat ids 1, 2… */
  students: number
  /** Open days, a third of them in three days; each of another university. */
  events: number
  /** Rows of people who attend one; as many again follow an offer. */
  attendances: number
}

/**
 * Adds open days near the bench's day, and who is interested in them. Attendances go round the students from the
 * first on, tracked offers from the last on, so that some have both reasons.
 */
export async function addInterests(databaseUrl: string, wanted: Interests): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA}` })
  await client.connect()
  try {
    await addEvents(client, wanted.events)
    await client.query(
      `WITH events AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS count FROM open_days)
       INSERT INTO monitoring_open_days (telegram_chat_id, open_day_id)
       SELECT 1 + i % $1::integer, events.id
         FROM generate_series(0, $2::integer - 1) i
         JOIN events ON events.n = (i + i / $1::integer) % events.count`,
      [wanted.students, wanted.attendances],
    )
    await client.query(
      `WITH followed AS (
         SELECT year, offer_id, row_number() OVER (ORDER BY year, offer_id) - 1 AS n, count(*) OVER () AS count
           FROM offers WHERE university_id <= $3)
       INSERT INTO telegram_user_monitoring_offers (telegram_chat_id, year, offer_id)
       SELECT $1::integer - i % $1::integer, followed.year, followed.offer_id
         FROM generate_series(0, $2::integer - 1) i
         JOIN followed ON followed.n = (i + i / $1::integer) % followed.count`,
      [wanted.students, wanted.attendances, wanted.events],
    )
    await client.query(
      'VACUUM ANALYZE open_days, monitoring_open_days, telegram_user_monitoring_offers, offers',
    )
  } finally {
    await client.end()
  }
}

/** Universities with offers, and an open day of each of the first `events`. */
async function addEvents(client: pg.Client, events: number): Promise<void> {
  const universities = events + WITHOUT_EVENTS
  await client.query(
    `INSERT INTO regions (id, edbo_code, osvita_id, name_uk, name_en) VALUES (1, '1', 1, 'Bench', 'Bench')`,
  )
  await client.query(`INSERT INTO specialities (code, name_uk) VALUES ('F3', 'Bench')`)
  await client.query(
    `INSERT INTO universities (id, name_uk, short_uk, region_id)
     SELECT i, 'Bench ' || i, 'B' || i, 1 FROM generate_series(1, $1::integer) i`,
    [universities],
  )
  await client.query(
    `INSERT INTO offers (year, offer_id, university_id, speciality_code, programme_uk, base, kind, official_url, data_at)
     SELECT 2026, i, 1 + i % $1::integer, 'F3', 'Bench', 'Bench', 'open', '', now()
       FROM generate_series(1, $1::integer * $2::integer) i`,
    [universities, OFFERS],
  )
  await client.query(
    `INSERT INTO open_days (university_id, title_uk, date, format)
     SELECT i, 'Bench', CASE WHEN i % 3 = 0 THEN $2::date ELSE $1::date END, 'online'
       FROM generate_series(1, $3::integer) i`,
    [...DATES, events],
  )
}
