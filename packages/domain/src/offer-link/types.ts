/** Sites whose offer addresses are understood. */
export type OfferSite = 'edbo' | 'osvita' | 'abit-poisk'

/** The address of one offer. The id is the same on every site and new each year. */
export interface OfferAddress {
  readonly kind: 'offer'
  /** Null when the address does not tell. */
  readonly year: number | null
  readonly offerId: number
  readonly site: OfferSite
}

/** A link found in a text. */
export type FoundLink =
  | OfferAddress
  /** A page of a known site that is not one offer: an institution, a list, an impossible id. */
  | { readonly kind: 'listing'; readonly site: OfferSite }
  | { readonly kind: 'foreign-site'; readonly host: string }

/** What a text turned out to hold. */
export type OfferLink = FoundLink | { readonly kind: 'none' }
