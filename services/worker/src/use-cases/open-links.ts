import type { FoundLink, OfferAddress } from '@abitly/domain'
import {
  foreignSiteView,
  invalidYearView,
  listingView,
  notFoundView,
  otherYearView,
} from './offer/missing-offer-views.ts'
import { listAddresses } from './list-offers.ts'
import { viewOffer } from './show-offer.ts'
import type { View } from './view.ts'
import type { Visit } from './visit.ts'

/** What the links of one message lead to; null when it has none. Offers count before other pages. */
export async function openLinks(visit: Visit, links: readonly FoundLink[]): Promise<View | null> {
  const offers = links.filter((link) => link.kind === 'offer')
  const [first, second] = offers
  if (first !== undefined)
    return second === undefined ? openOffer(visit, first) : listAddresses(visit, offers)
  const listing = links.find((link) => link.kind === 'listing')
  if (listing !== undefined) return listingView(visit.tr, listing.site)
  return links.length > 0 ? foreignSiteView(visit.tr) : null
}

/** A number alone, as lists and addresses show it: shorter ones are codes and grades. */
const OFFER_NUMBER = /^(?:(?:№|No\.)\s*)?(\d{5,9})$/i

/** The offer that a text names by its number alone, of the newest year; null when it names none that we hold. */
export async function openNumber(visit: Visit, text: string): Promise<View | null> {
  const number = OFFER_NUMBER.exec(text.trim())?.[1]
  const offer = number === undefined ? null : await visit.repos.offers.find(Number(number), null)
  return offer === null ? null : viewOffer(visit, offer)
}

async function openOffer(visit: Visit, { offerId, year }: OfferAddress): Promise<View> {
  const { repos, tr } = visit
  const offer = await repos.offers.find(offerId, year)
  if (offer !== null) return viewOffer(visit, offer)
  if (year === null) return notFoundView(tr, { offerId, year })
  const same = await repos.offers.find(offerId, null)
  const years = await repos.offers.years()
  if (!isCounted(year, years)) return invalidYearView(tr, year, years, same)
  return same === null ? notFoundView(tr, { offerId, year }) : otherYearView(tr, year, same)
}

/** A year newer than all we hold is not wrong: its offers have not arrived yet. */
function isCounted(year: number, years: readonly number[]): boolean {
  return years.includes(year) || year > Math.max(0, ...years)
}
