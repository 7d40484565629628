import type { OfferDetails } from '@abitly/database'
import { menuButton } from './buttons.ts'
import { keyOf } from './offer/offer-key.ts'
import type { OfferKey } from './offer/offer-key.ts'
import { notFoundView } from './offer/missing-offer-views.ts'
import { foundNames } from './search/found-names.ts'
import type { Button, View } from './view.ts'
import type { Visit } from './visit.ts'

interface Address {
  offerId: number
  year: number | null
}

/** The offers of a message with several links, each behind a button. */
export async function listAddresses(visit: Visit, addresses: readonly Address[]): Promise<View> {
  const found: OfferDetails[] = []
  const missing: Address[] = []
  for (const address of addresses) {
    const offer = await visit.repos.offers.find(address.offerId, address.year)
    if (offer === null) missing.push(address)
    else found.push(offer)
  }
  const [firstMissing] = missing
  if (found.length === 0 && firstMissing !== undefined) return notFoundView(visit.tr, firstMissing)
  return listView(visit, found, missing)
}

/** The same list again, after one of its offers was looked at. */
export function listOffers(visit: Visit, list: readonly OfferKey[]): Promise<View> {
  return listAddresses(visit, list)
}

function listView({ tr }: Visit, found: readonly OfferDetails[], missing: readonly Address[]): View {
  const list = found.map(keyOf)
  const rows = foundNames(tr, found).map((name, index) =>
    tr.text('found-row', { number: String(index + 1), ...name }),
  )
  const absent = missing.map(({ offerId }) => offerId).join(', ')
  const numbers = found.map((offer, index): Button => {
    return { text: String(index + 1), press: { kind: 'offer', offer: keyOf(offer), list } }
  })
  return {
    text: [
      tr.text('offer-list'),
      ...rows,
      ...(absent === '' ? [] : [tr.text('offer-list-missing', { offerIds: absent })]),
    ].join('\n\n'),
    keyboard: [numbers, [menuButton(tr)]],
  }
}
