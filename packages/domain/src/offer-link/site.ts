import type { Address } from './address.ts'
import type { OfferAddress, OfferSite } from './types.ts'

/** A site whose offer addresses are understood. A new site is one more of these in `sites.ts`. */
export interface Site {
  readonly site: OfferSite
  /** True for the site's own hosts, compared exactly. */
  owns(host: string): boolean
  /** The offer that an address of this site leads to; null for any other page. */
  read(address: Address): Pick<OfferAddress, 'year' | 'offerId'> | null
}
