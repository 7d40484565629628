import type { Tx } from '../client.ts'
import type { FilterHolder } from './open-day-edit.ts'

/**
 * The next people with a filter of any kind. Each branch yields its own first `limit`, so that no page reads more
 * than three short stretches of an index.
 */
export function filterHolders(tx: Tx, after: bigint | null, limit: number): Promise<FilterHolder[]> {
  return tx.$queryRaw<FilterHolder[]>`
    WITH reachable AS NOT MATERIALIZED (
      SELECT telegram_chat_id AS chat_id FROM telegram_users t
       WHERE t.telegram_chat_id > coalesce(${after}::bigint, '-9223372036854775808'::bigint)
         AND t.unreachable_at IS NULL AND t.telegram_notifications_enabled
         AND NOT EXISTS (
           SELECT FROM notification_settings s WHERE s.telegram_chat_id = t.telegram_chat_id AND NOT s.open_days)
    ), holders AS (
      (SELECT chat_id FROM reachable
        WHERE EXISTS (SELECT FROM telegram_user_filter_regions f WHERE f.telegram_chat_id = chat_id)
        ORDER BY chat_id LIMIT ${limit}::integer)
      UNION
      (SELECT chat_id FROM reachable
        WHERE EXISTS (SELECT FROM telegram_user_filter_specialities f WHERE f.telegram_chat_id = chat_id)
        ORDER BY chat_id LIMIT ${limit}::integer)
      UNION
      (SELECT chat_id FROM reachable
        WHERE EXISTS (SELECT FROM telegram_user_filter_universities f WHERE f.telegram_chat_id = chat_id)
        ORDER BY chat_id LIMIT ${limit}::integer)
      ORDER BY chat_id LIMIT ${limit}::integer
    )
    SELECT chat_id AS "chatId",
           ARRAY(SELECT f.region_id FROM telegram_user_filter_regions f
                  WHERE f.telegram_chat_id = chat_id ORDER BY 1) AS "regionIds",
           ARRAY(SELECT f.speciality_code FROM telegram_user_filter_specialities f
                  WHERE f.telegram_chat_id = chat_id ORDER BY 1) AS "specialityCodes",
           ARRAY(SELECT f.university_id FROM telegram_user_filter_universities f
                  WHERE f.telegram_chat_id = chat_id ORDER BY 1) AS "universityIds"
      FROM holders ORDER BY chat_id`
}
