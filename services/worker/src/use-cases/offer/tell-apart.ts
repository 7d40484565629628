import type { OfferDetails } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { hasBudget } from './budget-places.ts'
import type { Funded } from './budget-places.ts'
import type { OfferKey } from './offer-key.ts'

/** What two offers of one name may differ by. */
export interface Distinguishable extends OfferKey {
  specialityCode: string
  /** What people would say of it, see `traitsOf`. */
  traits?: readonly string[]
}

/**
 * What to add to names that are shown side by side so that no two are alike: code, year, form and funding, and only if
 * that is not enough the number of the offer; '' for a name that needs nothing. `shown`: the name as people will see it.
 */
export function tellApart(
  tr: Translator,
  offers: readonly Distinguishable[],
  shown: readonly string[],
): string[] {
  return offers.map((offer, index) => {
    const alike = offers.filter((_, other) => shown[other] === shown[index])
    if (alike.length < 2) return ''
    const differing = PARTS.filter((part) => new Set(alike.map(part)).size > 1)
    const describe = (one: Distinguishable): string =>
      differing
        .map((part) => part(one))
        .filter((text) => text !== '')
        .join(' · ')
    const mine = describe(offer)
    const isEnough = alike.filter((one) => describe(one) === mine).length === 1
    return isEnough ? mine : tr.text('offer-number', { offerId: String(offer.offerId) })
  })
}

const PARTS: readonly ((one: Distinguishable) => string)[] = [
  ({ specialityCode }) => specialityCode,
  ({ year }) => String(year),
  ({ traits = [] }) => traits.join(' · '),
]

/** «заочна», «контракт»; nothing of an offer as most are. */
export function traitsOf(tr: Translator, offer: Funded & Pick<OfferDetails, 'form'>): string[] {
  return [
    ...(offer.form === 'full-time' ? [] : [tr.text('found-form', { form: offer.form })]),
    ...(hasBudget(offer) ? [] : [tr.text('offer-paid')]),
  ]
}
