import type { Tx } from './client.ts'
import type { Language } from './students-repository.ts'

/** An account of the website. */
export interface Account {
  /** UUID in lower case. */
  id: string
  firstName: string
  lastName: string | null
}

/** The chat an account is linked to. */
export interface LinkedChat {
  chatId: bigint
  language: Language
}

/** Accounts of the website and the chats they are linked to (`users`, `telegram_users.web_user_id`). */
export interface AccountsRepository {
  find(id: string): Promise<Account | null>
  /** Locks the row until the transaction ends, so that links of one account are made one after another. */
  lock(id: string): Promise<Account | null>
  chatOf(id: string): Promise<LinkedChat | null>
  /** @throws Fault DATABASE_REJECTED when another chat still has the account */
  connect(chatId: bigint, id: string): Promise<void>
  disconnect(chatId: bigint): Promise<void>
  /** Those the catalogue has invented, in no order: to try linking with. */
  generated(limit: number): Promise<Account[]>
}

const ACCOUNT = { id: true, firstName: true, lastName: true }

export function createAccountsRepository(tx: Tx): AccountsRepository {
  return {
    find: (id) => tx.user.findUnique({ where: { id }, select: ACCOUNT }),
    lock: async (id) => {
      // The website may go on adding grades: their foreign key takes no more than a key share.
      const [account] = await tx.$queryRaw<Account[]>`
        SELECT id, first_name AS "firstName", last_name AS "lastName"
          FROM users WHERE id = ${id}::uuid FOR NO KEY UPDATE`
      return account ?? null
    },
    chatOf: async (id) => {
      const [chat] = await tx.$queryRaw<LinkedChat[]>`
        SELECT telegram_chat_id AS "chatId", language FROM telegram_users WHERE web_user_id = ${id}::uuid`
      return chat ?? null
    },
    connect: async (chatId, id) => {
      await tx.telegramUser.updateMany({ where: { chatId }, data: { webUserId: id } })
    },
    disconnect: async (chatId) => {
      await tx.telegramUser.updateMany({ where: { chatId }, data: { webUserId: null } })
    },
    generated: (take) => tx.user.findMany({ where: { generated: true }, select: ACCOUNT, take }),
  }
}
