import type { Tx } from '../client.ts'
import { OPEN_DAY_COLUMNS, OPEN_DAY_TABLES } from './open-day-columns.ts'
import type { OpenDayEdit } from './open-day-edit.ts'

/** Open days by the moment of their last edit (what the catalogue has just invented is no news), with the specialities their hosts offer. */
export function editedOpenDays(tx: Tx, from: Date, to: Date, today: string): Promise<OpenDayEdit[]> {
  return tx.$queryRaw<OpenDayEdit[]>`
    SELECT ${OPEN_DAY_COLUMNS}, o.updated_at AS "editedAt", o.created_at AS "createdAt",
           ARRAY(
             SELECT DISTINCT offer.speciality_code FROM offers offer
              WHERE offer.university_id = o.university_id
                AND (o.faculty_id IS NULL OR offer.faculty_id = o.faculty_id)
              ORDER BY 1
           ) AS "specialityCodes"
      FROM ${OPEN_DAY_TABLES}
     WHERE o.updated_at >= ${from}::timestamptz AND o.updated_at < ${to}::timestamptz AND o.date >= ${today}::date
       AND NOT (o.generated AND o.updated_at = o.created_at)
     ORDER BY o.date, o.starts_at, o.id`
}
