import { Prisma } from '../generated/client.ts'

/** What is read of an open day `o`, its university `u` and its faculty `f`. */
export const OPEN_DAY_COLUMNS = Prisma.sql`
  o.id AS "openDayId", u.id AS "universityId", u.region_id AS "regionId",
  json_build_object('uk', o.title_uk, 'en', o.title_en) AS title,
  json_build_object(
    'name', json_build_object('uk', u.name_uk, 'en', u.name_en),
    'short', json_build_object('uk', u.short_uk, 'en', u.short_en)
  ) AS university,
  CASE WHEN f.id IS NOT NULL THEN json_build_object('uk', f.name_uk, 'en', f.name_en) END AS faculty,
  to_char(o.date, 'YYYY-MM-DD') AS date, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.format, o.address,
  o.stream_url AS "streamUrl", o.registration_url AS "registrationUrl",
  o.registration_deadline AS "registrationDeadline", o.programme, o.audience, o.contacts, o.generated`

export const OPEN_DAY_TABLES = Prisma.sql`
  open_days o JOIN universities u ON u.id = o.university_id LEFT JOIN faculties f ON f.id = o.faculty_id`
