import pg from 'pg'
import { createDatabase } from '@abitly/database'
import { startBroadcast } from '../support/broadcast.ts'
import { SCHEMA } from '../support/people.ts'
import { recipients } from './planner.ts'
import type { OpenPlanner } from './planner.ts'

const CONNECTIONS = 16
const INSERT = `INSERT INTO ${SCHEMA}.deliveries (campaign_id, position, telegram_chat_id) VALUES ($1, $2, $3)`

/** One INSERT per recipient: a prepared statement on as many connections as a worker has. */
export const insertEach: OpenPlanner = async ({ databaseUrl, limit }) => {
  const database = createDatabase({ url: databaseUrl, schema: SCHEMA, ssl: false })
  const campaignId = await startBroadcast(database)
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS })
  await pool.query('SELECT 1')
  const insert = (position: number, chatId: string) =>
    pool.query({ name: 'insert', text: INSERT, values: [campaignId, position, chatId] })
  return {
    async plan() {
      let planned = 0
      for await (const page of recipients(pool, limit)) {
        const first = planned
        await Promise.all(page.map((chatId, index) => insert(first + index, chatId)))
        planned += page.length
      }
      return planned
    },
    async close() {
      await Promise.all([pool.end(), database.close()])
    },
  }
}
