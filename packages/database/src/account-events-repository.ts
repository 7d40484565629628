import type { Tx } from './client.ts'

/** What the website hears of a link. */
export interface AccountEvent {
  /** Grows with time. */
  id: bigint
  /** 'moved': the account is linked to this chat now, and no longer to another one. */
  event: 'linked' | 'moved' | 'unlinked'
  webUserId: string
  chatId: bigint
  at: Date
}

/** The outbox of events for the website (`account_events`): a row is committed together with what it tells. */
export interface AccountEventsRepository {
  add(event: Omit<AccountEvent, 'id'>): Promise<void>
  /** Oldest first. */
  unpublished(limit: number): Promise<AccountEvent[]>
  markPublished(ids: readonly bigint[], now: Date): Promise<void>
  /** Deletes those published before that moment; returns how many. */
  purge(before: Date): Promise<number>
}

export function createAccountEventsRepository(tx: Tx): AccountEventsRepository {
  return {
    add: async (event) => {
      await tx.accountEvent.create({ data: event })
    },
    unpublished: (limit) => tx.$queryRaw<AccountEvent[]>`
      SELECT id, event, web_user_id AS "webUserId", telegram_chat_id AS "chatId", at
        FROM account_events WHERE published_at IS NULL ORDER BY id LIMIT ${limit}`,
    markPublished: async (ids, now) => {
      await tx.$executeRaw`
        UPDATE account_events SET published_at = ${now}
         WHERE id = ANY (${[...ids]}::bigint[]) AND published_at IS NULL`
    },
    purge: async (before) => {
      const { count } = await tx.accountEvent.deleteMany({ where: { publishedAt: { lt: before } } })
      return count
    },
  }
}
