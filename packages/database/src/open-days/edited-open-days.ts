import type { Tx } from '../client.ts'
import type { OpenDayEdit } from './open-day-edit.ts'

/** Open days by the moment of their last edit (what the catalogue has just invented is no news), with the specialities their hosts offer. */
export function editedOpenDays(tx: Tx, from: Date, to: Date, today: string): Promise<OpenDayEdit[]> {
  return tx.$queryRaw<OpenDayEdit[]>`
    SELECT o.id AS "openDayId", o.updated_at AS "editedAt", o.created_at AS "createdAt",
           u.id AS "universityId", u.region_id AS "regionId",
           ARRAY(
             SELECT DISTINCT offer.speciality_code FROM offers offer
              WHERE offer.university_id = o.university_id
                AND (o.faculty_id IS NULL OR offer.faculty_id = o.faculty_id)
              ORDER BY 1
           ) AS "specialityCodes",
           json_build_object('uk', o.title_uk, 'en', o.title_en) AS title,
           json_build_object(
             'name', json_build_object('uk', u.name_uk, 'en', u.name_en),
             'short', json_build_object('uk', u.short_uk, 'en', u.short_en)
           ) AS university,
           CASE WHEN f.id IS NOT NULL THEN json_build_object('uk', f.name_uk, 'en', f.name_en) END AS faculty,
           to_char(o.date, 'YYYY-MM-DD') AS date, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.format, o.address,
           o.stream_url AS "streamUrl", o.registration_url AS "registrationUrl",
           o.registration_deadline AS "registrationDeadline", o.programme, o.audience, o.contacts, o.generated
      FROM open_days o
      JOIN universities u ON u.id = o.university_id
      LEFT JOIN faculties f ON f.id = o.faculty_id
     WHERE o.updated_at >= ${from}::timestamptz AND o.updated_at < ${to}::timestamptz AND o.date >= ${today}::date
       AND NOT (o.generated AND o.updated_at = o.created_at)
     ORDER BY o.date, o.starts_at, o.id`
}
