import type pg from 'pg'
import { SCHEMA } from '../support/people.ts'

/** What a planner works with. */
export interface PlannerOptions {
  databaseUrl: string
  redisUrl: string
  /** Recipients, at most. */
  limit: number
}

/** A process that could plan now: what it needs is open. */
export interface Planner {
  /** Gets a broadcast to everybody ready to be sent; resolves with the number of recipients. */
  plan: () => Promise<number>
  close: () => Promise<void>
}

export type OpenPlanner = (options: PlannerOptions) => Promise<Planner>

const PAGE = 1_000

/** Everybody who may be written to, by chat id, in pages. */
export async function* recipients(pool: pg.Pool, limit: number): AsyncGenerator<string[]> {
  let last = '0'
  for (let read = 0; read < limit;) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT telegram_chat_id AS id FROM ${SCHEMA}.telegram_users
        WHERE telegram_chat_id > $1 AND unreachable_at IS NULL AND telegram_notifications_enabled
        ORDER BY telegram_chat_id LIMIT $2`,
      [last, Math.min(PAGE, limit - read)],
    )
    if (rows.length === 0) return
    yield rows.map(({ id }) => id)
    read += rows.length
    last = rows.at(-1)?.id ?? last
  }
}
