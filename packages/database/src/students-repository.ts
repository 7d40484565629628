import type { Tx } from './client.ts'

/** Languages the bot speaks. */
export type Language = 'uk' | 'en'

/** One chat with one person. */
export interface Student {
  chatId: bigint
  userId: bigint
  language: Language
  /** True when this call saw the chat for the first time. */
  isNew: boolean
  /** The website account (uuid) this chat is linked to. */
  webUserId: string | null
  notificationsEnabled: boolean
  /** False after Telegram said that the person blocked the bot; true again with the next sign of life. */
  reachable: boolean
}

/** What an update tells about its sender. */
export interface Sighting {
  chatId: bigint
  userId: bigint
  firstName: string | null
  lastName: string | null
  username: string | null
  /** Telegram's IETF tag ('uk', 'en-GB'); used at first sight only. */
  languageCode: string | null
  now: Date
}

/** A person as others may be told of them. */
export interface Person {
  chatId: bigint
  language: Language
  firstName: string | null
  lastName: string | null
}

/** Why a chat cannot be written to. */
export type UnreachableReason = 'blocked' | 'deactivated' | 'chat-not-found'

/** People who talk to the bot (`telegram_users`). */
export interface StudentsRepository {
  /**
   * Upserts the sender in one round trip and marks the chat reachable. The language comes from
   * `languageCode` at first sight only: English for 'en…', Ukrainian otherwise.
   */
  touch(sighting: Sighting): Promise<Student>
  /** Those of these chats who have talked to the bot, in no order. */
  people(chatIds: readonly bigint[]): Promise<Person[]>
  setLanguage(chatId: bigint, language: Language): Promise<void>
  setNotifications(chatId: bigint, enabled: boolean): Promise<void>
  /** No bulk message goes to this chat until its next `touch`. */
  markUnreachable(chatId: bigint, reason: UnreachableReason, now: Date): Promise<void>
  /** True at most once per `everyMs` and chat: whoever gets true may send the "paste a link" hint. */
  claimHint(chatId: bigint, now: Date, everyMs: number): Promise<boolean>
}

export function createStudentsRepository(tx: Tx): StudentsRepository {
  return {
    touch: (sighting) => touch(tx, sighting),
    people: (chatIds) => tx.$queryRaw<Person[]>`
      SELECT telegram_chat_id AS "chatId", language, first_name AS "firstName", last_name AS "lastName"
        FROM telegram_users WHERE telegram_chat_id = ANY (${[...chatIds]}::bigint[])`,
    setLanguage: async (chatId, language) => {
      await tx.telegramUser.updateMany({ where: { chatId }, data: { language } })
    },
    setNotifications: async (chatId, enabled) => {
      await tx.telegramUser.updateMany({ where: { chatId }, data: { notificationsEnabled: enabled } })
    },
    markUnreachable: async (chatId, reason, now) => {
      const data = { unreachableAt: now, unreachableReason: reason }
      await tx.telegramUser.updateMany({ where: { chatId }, data })
    },
    claimHint: async (chatId, now, everyMs) => {
      const due = new Date(now.getTime() - everyMs)
      const claimed = await tx.$executeRaw`
        INSERT INTO chat_hints AS hint (telegram_chat_id, sent_at) VALUES (${chatId}, ${now})
        ON CONFLICT (telegram_chat_id) DO UPDATE SET sent_at = EXCLUDED.sent_at WHERE hint.sent_at <= ${due}`
      return claimed === 1
    },
  }
}

async function touch(tx: Tx, seen: Sighting): Promise<Student> {
  const language: Language = seen.languageCode?.toLowerCase().startsWith('en') === true ? 'en' : 'uk'
  // xmax is 0 only in a row this very statement inserted.
  const [student] = await tx.$queryRaw<Student[]>`
    INSERT INTO telegram_users AS known (
      telegram_chat_id, telegram_user_id, first_name, last_name, username, language, last_interacted_at, created_at
    ) VALUES (
      ${seen.chatId}, ${seen.userId}, ${seen.firstName}, ${seen.lastName}, ${seen.username}, ${language},
      ${seen.now}, ${seen.now}
    )
    ON CONFLICT (telegram_chat_id) DO UPDATE SET
      telegram_user_id = EXCLUDED.telegram_user_id,
      first_name = EXCLUDED.first_name,
      last_name = EXCLUDED.last_name,
      username = EXCLUDED.username,
      last_interacted_at = greatest(known.last_interacted_at, EXCLUDED.last_interacted_at),
      unreachable_at = NULL,
      unreachable_reason = NULL
    RETURNING
      telegram_chat_id AS "chatId",
      telegram_user_id AS "userId",
      language,
      xmax = 0 AS "isNew",
      web_user_id AS "webUserId",
      telegram_notifications_enabled AS "notificationsEnabled",
      unreachable_at IS NULL AS reachable`
  if (student === undefined) throw new Error('The upsert of a chat returned no row')
  return student
}
