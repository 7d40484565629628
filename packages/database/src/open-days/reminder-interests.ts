import type { Tx } from '../client.ts'

/** What open days somebody is interested in. */
export interface OpenDayInterest {
  chatId: bigint
  /** Those of the open days asked for that the person means to attend. */
  attends: number[]
  /** The university of each tracked offer, of those asked for: once per offer. */
  tracks: number[]
}

/** Whom to look for. */
export interface InterestQuestion {
  openDayIds: readonly number[]
  universityIds: readonly number[]
}

/**
 * The next reachable people who attend one of the open days or track an offer of one of the universities. Each branch
 * walks its table in the order of chat ids and yields its own first `limit` people, so that a page reads two short
 * stretches of an index and all pages together read each table about once. The bound is written for both sides of a
 * join: the planner does not carry it over, and would read everybody before the page.
 */
export function reminderInterests(
  tx: Tx,
  { openDayIds, universityIds }: InterestQuestion,
  after: bigint | null,
  limit: number,
): Promise<OpenDayInterest[]> {
  const [openDays, universities] = [[...openDayIds], [...universityIds]]
  return tx.$queryRaw<OpenDayInterest[]>`
    WITH interested AS (
      (SELECT DISTINCT m.telegram_chat_id AS chat_id
         FROM monitoring_open_days m
         JOIN telegram_users t ON t.telegram_chat_id = m.telegram_chat_id
        WHERE m.telegram_chat_id > coalesce(${after}::bigint, '-9223372036854775808'::bigint)
          AND t.telegram_chat_id > coalesce(${after}::bigint, '-9223372036854775808'::bigint)
          AND m.open_day_id = ANY(${openDays}::integer[])
          AND t.unreachable_at IS NULL AND t.telegram_notifications_enabled
          AND NOT EXISTS (
            SELECT FROM notification_settings s WHERE s.telegram_chat_id = t.telegram_chat_id AND NOT s.open_days)
        ORDER BY chat_id LIMIT ${limit}::integer)
      UNION
      (SELECT DISTINCT m.telegram_chat_id AS chat_id
         FROM telegram_user_monitoring_offers m
         JOIN offers o ON o.year = m.year AND o.offer_id = m.offer_id
         JOIN telegram_users t ON t.telegram_chat_id = m.telegram_chat_id
        WHERE m.telegram_chat_id > coalesce(${after}::bigint, '-9223372036854775808'::bigint)
          AND t.telegram_chat_id > coalesce(${after}::bigint, '-9223372036854775808'::bigint)
          AND o.university_id = ANY(${universities}::integer[])
          AND t.unreachable_at IS NULL AND t.telegram_notifications_enabled
          AND NOT EXISTS (
            SELECT FROM notification_settings s WHERE s.telegram_chat_id = t.telegram_chat_id AND NOT s.open_days)
        ORDER BY chat_id LIMIT ${limit}::integer)
      ORDER BY chat_id LIMIT ${limit}::integer
    )
    SELECT chat_id AS "chatId",
           ARRAY(SELECT m.open_day_id FROM monitoring_open_days m
                  WHERE m.telegram_chat_id = chat_id AND m.open_day_id = ANY(${openDays}::integer[])
                  ORDER BY 1) AS attends,
           ARRAY(SELECT o.university_id FROM telegram_user_monitoring_offers m
                   JOIN offers o ON o.year = m.year AND o.offer_id = m.offer_id
                  WHERE m.telegram_chat_id = chat_id AND o.university_id = ANY(${universities}::integer[])
                  ORDER BY 1) AS tracks
      FROM interested ORDER BY chat_id`
}
