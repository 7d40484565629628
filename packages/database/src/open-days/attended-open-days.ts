import type { Tx } from '../client.ts'
import { OPEN_DAY_COLUMNS, OPEN_DAY_TABLES } from './open-day-columns.ts'
import type { OpenDay, OpenDayStretch } from './open-day.ts'

/** What a student means to attend: the coming ones by date, then the past ones, the latest first. */
export function attendedOpenDays(
  tx: Tx,
  chatId: bigint,
  { today, offset, limit }: OpenDayStretch,
): Promise<OpenDay[]> {
  return tx.$queryRaw<OpenDay[]>`
    SELECT ${OPEN_DAY_COLUMNS}, true AS attending
      FROM monitoring_open_days m JOIN (${OPEN_DAY_TABLES}) ON o.id = m.open_day_id
     WHERE m.telegram_chat_id = ${chatId}::bigint
     ORDER BY o.date < ${today}::date, abs(o.date - ${today}::date), o.starts_at, o.id
    OFFSET ${offset}::integer LIMIT ${limit}::integer`
}

/** How many of them there are, and how many of those lie ahead. */
export async function countAttended(
  tx: Tx,
  chatId: bigint,
  today: string,
): Promise<{ all: number; coming: number }> {
  const [row] = await tx.$queryRaw<{ all: number; coming: number }[]>`
    SELECT count(*)::integer AS all, (count(*) FILTER (WHERE o.date >= ${today}::date))::integer AS coming
      FROM monitoring_open_days m JOIN open_days o ON o.id = m.open_day_id
     WHERE m.telegram_chat_id = ${chatId}::bigint`
  return row ?? { all: 0, coming: 0 }
}

/** One open day as a student sees it. */
export async function findOpenDay(tx: Tx, chatId: bigint, openDayId: number): Promise<OpenDay | null> {
  const [openDay] = await tx.$queryRaw<OpenDay[]>`
    SELECT ${OPEN_DAY_COLUMNS}, m.open_day_id IS NOT NULL AS attending
      FROM ${OPEN_DAY_TABLES}
      LEFT JOIN monitoring_open_days m ON m.open_day_id = o.id AND m.telegram_chat_id = ${chatId}::bigint
     WHERE o.id = ${openDayId}::integer`
  return openDay ?? null
}
