import type { Tx } from '../client.ts'
import type { Names } from '../offer-details.ts'

/** An open day with all that a reminder says of it. */
export interface UpcomingOpenDay {
  openDayId: number
  universityId: number
  university: { name: Names; short: Names }
  faculty: Names | null
  title: Names
  /** Calendar date in Europe/Kyiv, 'YYYY-MM-DD'. */
  date: string
  /** Null: nobody published the time; the same for the next. */
  startsAt: Date | null
  format: 'offline' | 'online' | 'mixed'
  address: string | null
  registrationUrl: string | null
  registrationDeadline: Date | null
  /** Invented by the catalogue. The reader must be told. */
  generated: boolean
}

/** The open days of these dates ('YYYY-MM-DD'), by date and time; those without a time come last on their date. */
export function reminderEvents(tx: Tx, dates: readonly string[]): Promise<UpcomingOpenDay[]> {
  return tx.$queryRaw<UpcomingOpenDay[]>`
    SELECT o.id AS "openDayId", o.university_id AS "universityId",
           json_build_object(
             'name', json_build_object('uk', u.name_uk, 'en', u.name_en),
             'short', json_build_object('uk', u.short_uk, 'en', u.short_en)
           ) AS university,
           CASE WHEN f.id IS NOT NULL THEN json_build_object('uk', f.name_uk, 'en', f.name_en) END AS faculty,
           json_build_object('uk', o.title_uk, 'en', o.title_en) AS title,
           to_char(o.date, 'YYYY-MM-DD') AS date, o.starts_at AS "startsAt", o.format, o.address,
           o.registration_url AS "registrationUrl", o.registration_deadline AS "registrationDeadline", o.generated
      FROM open_days o
      JOIN universities u ON u.id = o.university_id
      LEFT JOIN faculties f ON f.id = o.faculty_id
     WHERE o.date = ANY(${[...dates]}::text[]::date[])
     ORDER BY o.date, o.starts_at, o.id`
}
