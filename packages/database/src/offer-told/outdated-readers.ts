import type { Tx } from '../client.ts'
import { resultsOfStudents } from '../grades-repository.ts'
import type { DigestReader } from './offer-standing.ts'

/** 'digest' in ASCII: one page of readers at a time. */
const LOCK_KEY = '110386840859508'

/** Two digests at once would look at the same readers: one page after the other. */
export async function lockTelling(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_KEY}::bigint)`
}

/**
 * The next reachable people who follow an offer that has changed since they were told of it, with all that judging
 * takes. The page walks followings in the order of chat ids, so that all pages together read them about once; the
 * bound is written for both sides of a join, because the planner does not carry it over.
 */
export async function outdatedReaders(tx: Tx, after: bigint | null, limit: number): Promise<DigestReader[]> {
  const readers = await tx.$queryRaw<Omit<DigestReader, 'results'>[]>`
    WITH page AS (
      SELECT DISTINCT m.telegram_chat_id AS chat_id
        FROM telegram_user_monitoring_offers m
        JOIN offer_changes c ON c.year = m.year AND c.offer_id = m.offer_id
        JOIN telegram_users t ON t.telegram_chat_id = m.telegram_chat_id
        LEFT JOIN offer_told told
          ON told.telegram_chat_id = m.telegram_chat_id AND told.year = m.year AND told.offer_id = m.offer_id
       WHERE m.telegram_chat_id > coalesce(${after}::bigint, '-9223372036854775808'::bigint)
         AND t.telegram_chat_id > coalesce(${after}::bigint, '-9223372036854775808'::bigint)
         AND c.revision <> coalesce(told.revision, 0)
         AND t.unreachable_at IS NULL AND t.telegram_notifications_enabled
         AND NOT EXISTS (
           SELECT FROM notification_settings s WHERE s.telegram_chat_id = t.telegram_chat_id AND NOT s.offer_changes)
       ORDER BY chat_id LIMIT ${limit}::integer
    )
    SELECT page.chat_id AS "chatId",
           json_build_object('from', coalesce(s.quiet_from, 22), 'until', coalesce(s.quiet_until, 8)) AS quiet,
           json_build_object('priority', p.priority, 'quota', p.quota) AS preferences,
           offers.changed AS offers
      FROM page
      LEFT JOIN notification_settings s ON s.telegram_chat_id = page.chat_id
      LEFT JOIN student_preferences p ON p.telegram_chat_id = page.chat_id
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object(
                 'offerId', o.offer_id, 'year', o.year, 'revision', c.revision,
                 'cutoff', (coalesce(o.min_enrolled_budget, o.min_recommended) * 1000)::integer,
                 'told', CASE WHEN told.told_at IS NOT NULL THEN json_build_object(
                   'offerId', o.offer_id, 'year', o.year, 'revision', told.revision,
                   'score', (told.score * 1000)::integer, 'rankBest', told.rank_best, 'rankWorst', told.rank_worst,
                   'tier', told.tier, 'cutoff', (told.cutoff * 1000)::integer, 'applied', told.applied) END
               ) ORDER BY m.created_at, o.offer_id) AS changed
          FROM telegram_user_monitoring_offers m
          JOIN offer_changes c ON c.year = m.year AND c.offer_id = m.offer_id
          JOIN offers o ON o.year = m.year AND o.offer_id = m.offer_id
          LEFT JOIN offer_told told
            ON told.telegram_chat_id = m.telegram_chat_id AND told.year = m.year AND told.offer_id = m.offer_id
         WHERE m.telegram_chat_id = page.chat_id AND c.revision <> coalesce(told.revision, 0)
      ) offers
     ORDER BY page.chat_id`
  const results = await resultsOfStudents(
    tx,
    readers.map(({ chatId }) => chatId),
  )
  return readers.map((reader) => ({ ...reader, results: results.get(reader.chatId) ?? [] }))
}
