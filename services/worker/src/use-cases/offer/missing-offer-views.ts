import type { OfferDetails } from '@abitly/database'
import type { OfferSite } from '@abitly/domain'
import { listText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { linkHelpButton, menuButton } from '../buttons.ts'
import type { Button, View } from '../view.ts'
import { keyOf } from './offer-key.ts'

/** Where offers of the running campaign can be looked up. */
const OFFICIAL_SITE = 'https://vstup.edbo.gov.ua/'

/** An offer the database does not hold; `year` is null when the link does not tell it. */
export function notFoundView(tr: Translator, offer: { offerId: number; year: number | null }): View {
  const offerId = String(offer.offerId)
  const text =
    offer.year === null
      ? tr.text('offer-not-found', { offerId })
      : tr.text('offer-not-found-in-year', { offerId, year: String(offer.year) })
  return { text, keyboard: [[linkHelpButton(tr)], [menuButton(tr)]] }
}

/** A link of a year that is not counted. `same`: the offer with this id that is. */
export function invalidYearView(
  tr: Translator,
  year: number,
  counted: readonly number[],
  same: OfferDetails | null,
): View {
  const years = listText(tr, counted.toSorted((a, b) => a - b).map(String))
  const number = counted.length === 1 ? 'one' : 'several'
  const search: Button = { text: tr.text('button-search-official'), url: OFFICIAL_SITE }
  return {
    text: tr.text('offer-invalid-year', { year: String(year), years, number }),
    keyboard: [...(same === null ? [] : [[openButton(tr, same)]]), [search], [menuButton(tr)]],
  }
}

/** The id is known, but under another year than the link says. */
export function otherYearView(tr: Translator, asked: number, found: OfferDetails): View {
  return {
    text: tr.text('offer-other-year', { asked: String(asked), year: String(found.year) }),
    keyboard: [[openButton(tr, found)], [menuButton(tr)]],
  }
}

/** A page of a known site that is not one offer: the answer shows an address of that site. */
export function listingView(tr: Translator, site: OfferSite): View {
  return { text: tr.text('offer-listing', { site }), keyboard: [[linkHelpButton(tr)], [menuButton(tr)]] }
}

/** A link to a site we cannot read. */
export function foreignSiteView(tr: Translator): View {
  return { text: tr.text('offer-foreign-site'), keyboard: [[linkHelpButton(tr)], [menuButton(tr)]] }
}

function openButton(tr: Translator, offer: OfferDetails): Button {
  return {
    text: tr.text('button-open-year', { year: String(offer.year) }),
    press: { kind: 'offer', offer: keyOf(offer), list: [] },
    style: 'primary',
  }
}
