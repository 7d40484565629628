import type { OfferKey } from './offer-key.ts'

/** A page of search results, from 0; `revision` tells the text that was searched for. */
export interface FoundPlace {
  revision: number
  page: number
}

/** Where an offer was chosen, to go back to: the offers of one message, a page of results, or the plan of the day. */
export type OfferOrigin = readonly OfferKey[] | FoundPlace | 'plan'

/** Whether it was a page of results. */
export function isFoundPlace(origin: OfferOrigin): origin is FoundPlace {
  return typeof origin === 'object' && 'revision' in origin
}
