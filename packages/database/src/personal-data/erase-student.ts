import type { Tx } from '../client.ts'

/** Numbers from here down stand for chats that were erased: far below every id of Telegram's. */
const ERASED = -1_000_000_000_000_000_000n

/** Whether the number of a chat stands for one that was erased. */
export function isErasedChat(chatId: bigint): boolean {
  return chatId <= ERASED
}

/**
 * Erases a chat; with `inactiveSince` only one that has not been heard of since then. True when its student was there.
 * One statement, so that it is whole outside a transaction too; the foreign keys of the student's row take the rest.
 *
 * What stays has nobody's number: recipients of campaigns, so that their totals still add up (-10^18 - position, which
 * is unique in each campaign), and the links of accounts, under one pseudonym drawn anew, so that the story of an
 * account, which stays on the website, can still be read. Answers that were given stay empty, for redelivered updates;
 * dead letters go, because they hold what the person wrote. The website is told that the link is over: what it has not
 * heard yet names the chat until retention takes it.
 */
export async function eraseStudent(
  tx: Tx,
  chatId: bigint,
  { now, inactiveSince }: { now: Date; inactiveSince: Date | null },
): Promise<boolean> {
  const [gone] = await tx.$queryRaw<{ count: number }[]>`
    WITH gone AS (
      DELETE FROM telegram_users
       WHERE telegram_chat_id = ${chatId}
         AND (${inactiveSince}::timestamptz IS NULL OR last_interacted_at < ${inactiveSince}::timestamptz)
      RETURNING web_user_id
    ), erased AS MATERIALIZED (
      SELECT ${chatId}::bigint AS chat, ${ERASED}::bigint - floor(random() * 1e17)::bigint AS pseudonym
       WHERE ${inactiveSince}::timestamptz IS NULL OR EXISTS (SELECT FROM gone)
    ), recipients AS (
      UPDATE deliveries d
         SET telegram_chat_id = ${ERASED}::bigint - d.position,
             content = NULL,
             message_id = NULL,
             state = CASE d.state WHEN 'pending' THEN 'skipped' ELSE d.state END,
             error = CASE d.state WHEN 'pending' THEN 'deleted' ELSE d.error END,
             due_at = NULL,
             finished_at = CASE d.state WHEN 'pending' THEN ${now}::timestamptz ELSE d.finished_at END
        FROM erased WHERE d.telegram_chat_id = erased.chat
    ), links AS (
      UPDATE link_audit a
         SET telegram_chat_id = CASE a.telegram_chat_id WHEN chat THEN pseudonym ELSE a.telegram_chat_id END,
             previous_chat_id = CASE a.previous_chat_id WHEN chat THEN pseudonym ELSE a.previous_chat_id END
        FROM erased WHERE a.telegram_chat_id = chat OR a.previous_chat_id = chat
    ), unlinked AS (
      INSERT INTO link_audit (event, telegram_chat_id, web_user_id, created_at)
      SELECT 'unlinked', pseudonym, web_user_id, ${now}::timestamptz FROM gone, erased WHERE web_user_id IS NOT NULL
    ), heard AS (
      DELETE FROM account_events e USING erased WHERE e.telegram_chat_id = erased.chat AND e.published_at IS NOT NULL
    ), told AS (
      INSERT INTO account_events (event, web_user_id, telegram_chat_id, at)
      SELECT 'unlinked', web_user_id, chat, ${now}::timestamptz FROM gone, erased WHERE web_user_id IS NOT NULL
    ), answers AS (
      UPDATE processed_updates u SET telegram_chat_id = NULL, replies = '[]'
        FROM erased WHERE u.telegram_chat_id = erased.chat AND u.outcome = 'done'
    ), letters AS (
      DELETE FROM processed_updates u USING erased WHERE u.telegram_chat_id = erased.chat AND u.outcome = 'dead'
    )
    SELECT count(*)::integer AS count FROM gone`
  return gone?.count === 1
}
