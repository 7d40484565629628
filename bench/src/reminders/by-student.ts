import pg from 'pg'
import { createDatabase } from '@abitly/database'
import { selectReminders } from '@abitly/domain'
import { recipients } from '../planners/planner.ts'
import { SCHEMA } from '../support/people.ts'
import { beginReminders, DATES, DAY, tableOf } from './reminder-planner.ts'
import type { OpenReminderPlanner } from './reminder-planner.ts'

const CONNECTIONS = 16
const ATTENDS = `SELECT open_day_id AS id FROM ${tableOf('monitoring_open_days')} WHERE telegram_chat_id = $1`
const TRACKS = `SELECT o.university_id AS id
  FROM ${tableOf('telegram_user_monitoring_offers')} m JOIN ${tableOf('offers')} o USING (year, offer_id)
 WHERE m.telegram_chat_id = $1`
const INSERT = `INSERT INTO ${tableOf('deliveries')} (campaign_id, position, telegram_chat_id, content)
  VALUES ($1, $2, $3, $4)`

/** The same rule with queries and an INSERT for each student, on as many connections as a worker has. */
export const byStudent: OpenReminderPlanner = async ({ databaseUrl, limit }) => {
  const database = createDatabase({ url: databaseUrl, schema: SCHEMA, ssl: false })
  const campaignId = await beginReminders(database)
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS })
  const idsOf = async (name: string, text: string, student: string): Promise<number[]> =>
    (await pool.query<{ id: number }>({ name, text, values: [student] })).rows.map(({ id }) => id)
  return {
    async plan() {
      const events = await database.repositories.openDays.onDates(DATES)
      let planned = 0
      for await (const page of recipients(pool, limit)) {
        await Promise.all(
          page.map(async (student) => {
            const interest = {
              attends: await idsOf('attends', ATTENDS, student),
              tracks: await idsOf('tracks', TRACKS, student),
            }
            const [selected] = selectReminders(events, [{ student, ...interest }], DAY)
            if (selected === undefined) return
            const position = planned
            planned += 1
            const values = [campaignId, position, student, JSON.stringify({ reminders: selected.reminders })]
            await pool.query({ name: 'insert', text: INSERT, values })
          }),
        )
      }
      return planned
    },
    async close() {
      await Promise.all([pool.end(), database.close()])
    },
  }
}
