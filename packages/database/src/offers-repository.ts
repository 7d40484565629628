import type { Tx } from './client.ts'
import { findOffer, findOffers } from './find-offer.ts'
import type { OfferDetails } from './offer-details.ts'
import { findOfferFigures } from './offer-figures.ts'
import type { OfferFigures } from './offer-figures.ts'

/** Offers of all years (`offers` and what describes them). */
export interface OffersRepository {
  /** Without a year, the newest that holds this id (ids are new each year, so there is one at most). */
  find(offerId: number, year: number | null): Promise<OfferDetails | null>
  /** Several at once, in no order; those we do not hold are left out. */
  several(keys: readonly { offerId: number; year: number }[]): Promise<OfferDetails[]>
  /** Published figures of its campaign, and of former years; null when we do not hold the offer. */
  figures(offerId: number, year: number): Promise<OfferFigures | null>
  /** Years we hold offers of, newest first. */
  years(): Promise<number[]>
}

export function createOffersRepository(tx: Tx): OffersRepository {
  return {
    find: (offerId, year) => findOffer(tx, offerId, year),
    several: (keys) => findOffers(tx, keys),
    figures: (offerId, year) => findOfferFigures(tx, offerId, year),
    years: async () => {
      const rows = await tx.offer.findMany({
        distinct: ['year'],
        select: { year: true },
        orderBy: { year: 'desc' },
      })
      return rows.map((row) => row.year)
    },
  }
}
