import type { Tx } from './client.ts'
import { searchOffers } from './search/search-offers.ts'
import type { FoundOffers } from './search/search-offers.ts'

/** What a chat has searched for last. */
export interface ChatSearch {
  text: string
  /** Grows with each text: buttons of an earlier one are told by it. */
  revision: number
}

/** Offers by words, and what chats search for (`chat_searches`). */
export interface OfferSearchRepository {
  /**
   * Offers that match the text, the best first, at most `limit`: by names, abbreviations and codes, in both
   * languages, small typos forgiven. All are of one year: the newest, or where it has none the one before.
   */
  find(text: string, limit: number): Promise<FoundOffers>
  /** Keeps the text as the last one of the chat; returns its revision. */
  remember(chatId: bigint, text: string, now: Date): Promise<number>
  /** Null: nothing was searched for, or it is kept no longer. */
  last(chatId: bigint): Promise<ChatSearch | null>
  /** Deletes texts from before `before`; returns how many. */
  purge(before: Date): Promise<number>
}

export function createOfferSearchRepository(tx: Tx): OfferSearchRepository {
  return {
    find: (text, limit) => searchOffers(tx, text, limit),
    remember: async (chatId, text, searchedAt) => {
      const { revision } = await tx.chatSearch.upsert({
        where: { chatId },
        create: { chatId, text, searchedAt, revision: 1 },
        update: { text, searchedAt, revision: { increment: 1 } },
        select: { revision: true },
      })
      return revision
    },
    last: (chatId) => tx.chatSearch.findUnique({ where: { chatId }, select: { text: true, revision: true } }),
    purge: async (before) => {
      const { count } = await tx.chatSearch.deleteMany({ where: { searchedAt: { lt: before } } })
      return count
    },
  }
}
