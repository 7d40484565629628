import type { Tx } from './client.ts'

/** 'moved': from another chat; 'replaced': the chat had another account. */
export type LinkEvent = 'linked' | 'moved' | 'replaced' | 'unlinked'

/** Something that happened to the link of a chat. */
export interface LinkRecord {
  event: LinkEvent
  chatId: bigint
  webUserId: string
  /** The chat that has lost the account to this one. */
  previousChatId?: bigint | undefined
  /** Hex SHA-256 of the token; never the token itself. */
  tokenId?: string | undefined
  now: Date
}

/** How chats came to be linked (`link_audit`), and who tried in vain (`link_attempts`). */
export interface LinksRepository {
  /** Rows are added, never changed. */
  record(record: LinkRecord): Promise<void>
  /** The account that this chat was linked to with that token; null: it was not. */
  redeemed(chatId: bigint, tokenId: string): Promise<string | null>
  /** When this chat last came with tokens that were no good, oldest first. */
  failures(chatId: bigint): Promise<Date[]>
  /** Replaces them; an empty list forgets them. */
  keepFailures(chatId: bigint, failedAt: readonly Date[]): Promise<void>
}

export function createLinksRepository(tx: Tx): LinksRepository {
  return {
    record: async ({ event, chatId, webUserId, previousChatId = null, tokenId = null, now }) => {
      const data = { event, chatId, webUserId, previousChatId, tokenId, createdAt: now }
      await tx.linkAudit.create({ data })
    },
    redeemed: async (chatId, tokenId) => {
      const row = await tx.linkAudit.findFirst({
        where: { chatId, tokenId },
        select: { webUserId: true },
        orderBy: { id: 'desc' },
      })
      return row?.webUserId ?? null
    },
    failures: async (chatId) => {
      const row = await tx.linkAttempt.findUnique({ where: { chatId } })
      return row?.failedAt ?? []
    },
    keepFailures: async (chatId, failedAt) => {
      const data = { failedAt: [...failedAt] }
      await tx.linkAttempt.upsert({ where: { chatId }, create: { chatId, ...data }, update: data })
    },
  }
}
