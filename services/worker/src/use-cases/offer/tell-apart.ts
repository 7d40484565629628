import type { OfferKey } from './offer-key.ts'

/** What two offers of one name may differ by. */
export interface Distinguishable extends OfferKey {
  specialityCode: string
}

/**
 * What to add to names that are shown side by side so that no two are alike: year, code, and only if that is not
 * enough the number of the offer; '' for a name that stands alone. `shown`: the name as people will see it.
 */
export function tellApart(offers: readonly Distinguishable[], shown: readonly string[]): string[] {
  return offers.map((offer, index) => {
    const alike = offers.filter((_, other) => shown[other] === shown[index])
    if (alike.length < 2) return ''
    const differ = (part: (one: Distinguishable) => unknown): boolean => new Set(alike.map(part)).size > 1
    const [byCode, byYear] = [differ((one) => one.specialityCode), differ((one) => one.year)]
    const describe = (one: Distinguishable): string =>
      [...(byCode ? [one.specialityCode] : []), ...(byYear ? [String(one.year)] : [])].join(' · ')
    const mine = describe(offer)
    const isEnough = alike.filter((one) => describe(one) === mine).length === 1
    return isEnough ? mine : `№ ${offer.offerId}`
  })
}
