import pg from 'pg'

/** Where the services keep their tables unless they are told otherwise. */
export const SCHEMA = 'abitly'

/** Adds people who may be written to, with the chat ids `first`, `first + 1`… */
export async function addPeople(databaseUrl: string, first: number, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `INSERT INTO ${SCHEMA}.telegram_users (telegram_chat_id, telegram_user_id, first_name, last_interacted_at)
       SELECT id, id, 'Bench', now() FROM generate_series($1::bigint, $1::bigint + $2::bigint - 1) id`,
      [first, count],
    )
    await client.query(`VACUUM ANALYZE ${SCHEMA}.telegram_users`)
  } finally {
    await client.end()
  }
}
