import type { Tx } from './client.ts'
import { findOffer } from './find-offer.ts'
import type { OfferDetails } from './offer-details.ts'

/** Offers of all years (`offers` and what describes them). */
export interface OffersRepository {
  /** Without a year, the newest that holds this id (ids are new each year, so there is one at most). */
  find(offerId: number, year: number | null): Promise<OfferDetails | null>
  /** Years we hold offers of, newest first. */
  years(): Promise<number[]>
}

export function createOffersRepository(tx: Tx): OffersRepository {
  return {
    find: (offerId, year) => findOffer(tx, offerId, year),
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
