/** Tells an offer apart: EDBO ids are new each year, and the year says which rules hold. */
export interface OfferKey {
  offerId: number
  year: number
}

/** Whether two keys mean the same offer. */
export function sameOffer(a: OfferKey, b: OfferKey): boolean {
  return a.offerId === b.offerId && a.year === b.year
}

/** The key of anything that belongs to one offer. */
export function keyOf({ offerId, year }: OfferKey): OfferKey {
  return { offerId, year }
}
