import type { OfferChange } from '../offer-change.ts'

const STANDING = { rankBest: 67, rankWorst: 70, tier: 'high', cutoff: null, applied: 477 } as const

/** Informatics in Lviv, where a place in the ranking has become better, unless told otherwise. */
export function offerChange(offerId: number, change: Partial<OfferChange> = {}): OfferChange {
  return {
    ...{ offerId, year: 2026, specialityCode: 'F3' },
    programme: { uk: 'Інформатика', en: 'Informatics' },
    university: { uk: 'ЛНУ', en: 'LNU' },
    before: STANDING,
    now: { ...STANDING, rankBest: 63, rankWorst: 66 },
    ...{ told: ['standing'], modelled: [], dataAt: '2026-07-24T06:40:00.000Z', ...change },
  }
}

/** A standing that differs from the sample's. */
export function standing(change: Partial<OfferChange['now']> = {}): OfferChange['now'] {
  return { ...STANDING, ...change }
}
