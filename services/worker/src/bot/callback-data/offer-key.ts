import type { OfferKey } from '../../use-cases/offer/offer-key.ts'

const PACKED = /^([1-9a-z][0-9a-z]{0,5})(\d\d)$/
const CENTURY = 2000

/** An offer in eight characters at most: its id to the base of 36 and two digits of its year. */
export function packOffer({ offerId, year }: OfferKey): string {
  return `${offerId.toString(36)}${String(year - CENTURY).padStart(2, '0')}`
}

/** The offer back; null for anything we have not packed. */
export function unpackOffer(packed: string | undefined): OfferKey | null {
  const match = PACKED.exec(packed ?? '')
  if (match === null) return null
  return { offerId: Number.parseInt(match[1] ?? '', 36), year: CENTURY + Number(match[2]) }
}

/** Up to five offers, which together with the rest stay under the 64 bytes of a button. */
export function packOffers(offers: readonly OfferKey[]): string {
  return offers.map(packOffer).join('.')
}

/** The offers back; null when one of them is not ours. */
export function unpackOffers(packed: string | undefined): OfferKey[] | null {
  if (packed === undefined || packed === '') return []
  const offers = packed.split('.').map(unpackOffer)
  return offers.every((offer) => offer !== null) ? offers : null
}
