import type { ClientBase } from 'pg'
import { refreshOfferSearch } from '../search/refresh-offer-search.ts'
import type { OfferKey } from './imported-rows.ts'

/** Lets the search find the offers as they are now, in the caller's transaction. */
export async function refreshSearch(client: ClientBase, offers: readonly OfferKey[]): Promise<void> {
  for (const year of new Set(offers.map((offer) => offer.year))) {
    const offerIds = offers.filter((offer) => offer.year === year).map((offer) => offer.offer_id)
    await refreshOfferSearch(client, { year, offerIds })
  }
}
