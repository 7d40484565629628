import type { OfferKey } from './offer-key.ts'

/** A page of search results, from 0; `revision` tells the text that was searched for. */
export interface FoundPlace {
  revision: number
  page: number
}

/** Where an offer was chosen, to go back to: the offers of one message, or a page of results. */
export type OfferOrigin = readonly OfferKey[] | FoundPlace

/** Whether it was a page of results. */
export function isFoundPlace(origin: OfferOrigin): origin is FoundPlace {
  return 'revision' in origin
}
