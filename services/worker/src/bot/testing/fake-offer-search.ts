import type { ChatSearch, OfferDetails, Repositories } from '@abitly/database'

/** What chats of the fake database have searched for. */
export interface FakeSearches {
  searches: Map<bigint, ChatSearch>
}

/** Finds texts that stand in a name, and no words; how words are found is tested on a real database. */
export function fakeOfferSearch(
  { searches }: FakeSearches,
  offers: readonly OfferDetails[],
): Repositories['offerSearch'] {
  return {
    find: async (text, limit) => {
      const matches = offers.filter(({ programme, university, speciality }) =>
        [programme.uk, programme.en, university.short.uk, speciality.code].some(
          (name) => name?.toLowerCase().includes(text.toLowerCase()) === true,
        ),
      )
      const keys = matches.map(({ offerId, year }) => ({ offerId, year }))
      return { keys: keys.slice(0, limit), more: keys.length > limit }
    },
    remember: async (chatId, text) => {
      const revision = (searches.get(chatId)?.revision ?? 0) + 1
      searches.set(chatId, { text, revision })
      return revision
    },
    last: async (chatId) => searches.get(chatId) ?? null,
    purge: async () => 0,
  }
}
