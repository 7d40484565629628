import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'
import { OPEN_DAY_COLUMNS, OPEN_DAY_TABLES } from './open-day-columns.ts'
import type { OpenDay, OpenDayFilters, OpenDayStretch } from './open-day.ts'

/** Open days of a date or later that meet a filter. One text whatever the filter says; an empty one meets all. */
function comingCondition(filters: OpenDayFilters, today: string): Prisma.Sql {
  const { regionIds, specialityCodes, universityIds } = filters
  return Prisma.sql`
    o.date >= ${today}::date
    AND (cardinality(${regionIds}::integer[]) = 0 OR u.region_id = ANY(${regionIds}::integer[]))
    AND (cardinality(${universityIds}::integer[]) = 0 OR u.id = ANY(${universityIds}::integer[]))
    AND (cardinality(${specialityCodes}::text[]) = 0 OR EXISTS (
      SELECT FROM offers offer
       WHERE offer.university_id = o.university_id AND (o.faculty_id IS NULL OR offer.faculty_id = o.faculty_id)
         AND offer.speciality_code = ANY(${specialityCodes}::text[])))`
}

/** How many lie ahead. */
export async function countComing(tx: Tx, filters: OpenDayFilters, today: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM open_days o JOIN universities u ON u.id = o.university_id
     WHERE ${comingCondition(filters, today)}`
  return row?.count ?? 0
}

/** Those that lie ahead, by date and time; on one day those without a time come last. */
export function comingOpenDays(
  tx: Tx,
  chatId: bigint,
  filters: OpenDayFilters,
  { today, offset, limit }: OpenDayStretch,
): Promise<OpenDay[]> {
  return tx.$queryRaw<OpenDay[]>`
    SELECT ${OPEN_DAY_COLUMNS}, m.open_day_id IS NOT NULL AS attending
      FROM ${OPEN_DAY_TABLES}
      LEFT JOIN monitoring_open_days m ON m.open_day_id = o.id AND m.telegram_chat_id = ${chatId}::bigint
     WHERE ${comingCondition(filters, today)}
     ORDER BY o.date, o.starts_at, o.id OFFSET ${offset}::integer LIMIT ${limit}::integer`
}
