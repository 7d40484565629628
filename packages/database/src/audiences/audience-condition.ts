import { Prisma } from '../generated/client.ts'
import type { AudienceFilter } from './audience-filter.ts'

const DAY_MS = 86_400_000

/** Who may get a broadcast at all; `t` is the row of telegram_users. */
export const RECEIVES = Prisma.sql`
  t.unreachable_at IS NULL AND t.telegram_notifications_enabled
  AND NOT EXISTS (SELECT FROM notification_settings s WHERE s.telegram_chat_id = t.telegram_chat_id AND NOT s.news)`

/** Whom the filter meets, muted and unreachable ones included. One text whatever the filter says. */
export function audienceCondition(filter: AudienceFilter, now: Date): Prisma.Sql {
  const { base, testChatIds, regionIds, universityIds, specialityCodes, language, activeWithinDays } = filter
  const since = activeWithinDays === null ? null : new Date(now.getTime() - activeWithinDays * DAY_MS)
  return Prisma.sql`
    CASE ${base}::text
      WHEN 'all' THEN true
      WHEN 'linked' THEN t.web_user_id IS NOT NULL
      ELSE t.telegram_chat_id = ANY(${testChatIds}::text[]::bigint[])
    END
    AND (${language}::text IS NULL OR t.language = ${language}::text)
    AND (${since}::timestamptz IS NULL OR t.last_interacted_at >= ${since}::timestamptz)
    AND (cardinality(${regionIds}::integer[]) = 0 OR EXISTS (
      SELECT FROM telegram_user_filter_regions f
       WHERE f.telegram_chat_id = t.telegram_chat_id AND f.region_id = ANY(${regionIds}::integer[])))
    AND (cardinality(${universityIds}::integer[]) = 0 OR EXISTS (
      SELECT FROM telegram_user_filter_universities f
       WHERE f.telegram_chat_id = t.telegram_chat_id AND f.university_id = ANY(${universityIds}::integer[])))
    AND (cardinality(${specialityCodes}::text[]) = 0 OR EXISTS (
      SELECT FROM telegram_user_filter_specialities f
       WHERE f.telegram_chat_id = t.telegram_chat_id AND f.speciality_code = ANY(${specialityCodes}::text[])))`
}
