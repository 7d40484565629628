import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quota } from '../ranking/application.ts'
import { placeApplicants } from './place-applicants.ts'
import type { Placement, PlacementApplicant, PlacementApplication, PlacementOffer } from './types.ts'

interface Market {
  offers: PlacementOffer[]
  applicants: PlacementApplicant[]
}

const OFFERS = [1, 2, 3, 4]

const offer = (id: number) =>
  fc.record({
    id: fc.constant(id),
    places: fc.integer({ min: 0, max: 4 }),
    quotaPlaces: fc.record({ Q1: fc.integer({ min: 0, max: 2 }), Q2: fc.integer({ min: 0, max: 2 }) }),
  })

const wish = fc.record({
  order: fc.shuffledSubarray(OFFERS, { minLength: 1 }),
  quota: fc.option(fc.constantFrom<Quota>('Q1', 'Q2'), { freq: 3 }),
  scores: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 4, maxLength: 4 }),
})

/** Scores differ at every offer: the applicant's number is the last two digits. */
const market: fc.Arbitrary<Market> = fc
  .tuple(fc.tuple(...OFFERS.map(offer)), fc.array(wish, { maxLength: 14 }))
  .map(([offers, wishes]) => ({
    offers,
    applicants: wishes.map(({ order, quota, scores }, number) => ({
      key: `p${number}`,
      applications: order.map((offerId, index) => ({
        offerId,
        score: 100_000 + (scores[offerId - 1] ?? 0) * 100 + number,
        priority: index + 1,
        quota,
      })),
    })),
  }))

const place = ({ offers, applicants }: Market): Placement => placeApplicants(offers, applicants)

function priorityOf(placement: Placement, key: string): number {
  return placement.seats.get(key)?.priority ?? Number.POSITIVE_INFINITY
}

/** Would the offer rather have this application than one that it holds, or has it a place left? */
function wouldTake(
  held: PlacementApplication[],
  { places, quotaPlaces }: PlacementOffer,
  wanted: PlacementApplication,
) {
  return choose([...held, wanted], places, quotaPlaces ?? {}).includes(wanted)
}

/**
 * The rule of one offer, written down naively: quota places first, then the best of all that are left.
 * Quotas that exceed the places are cut to them, the second one first.
 */
function choose(
  all: PlacementApplication[],
  places: number,
  { Q1 = 0, Q2 = 0 }: Partial<Record<Quota, number>>,
) {
  const left = [...all].sort((a, b) => b.score - a.score)
  const limits = { Q1: Math.min(Q1, places), Q2: Math.min(Q2, Math.max(0, places - Q1)) }
  const chosen: PlacementApplication[] = []
  for (const quota of ['Q1', 'Q2'] as const) {
    for (const each of left.filter((application) => application.quota === quota).slice(0, limits[quota])) {
      chosen.push(each)
      left.splice(left.indexOf(each), 1)
    }
  }
  return [...chosen, ...left.slice(0, places - chosen.length)]
}

function heldBy({ applicants }: Market, placement: Placement, offerId: number): PlacementApplication[] {
  return applicants
    .filter(({ key }) => placement.seats.get(key)?.offerId === offerId)
    .flatMap(({ applications }) => applications.filter((each) => each.offerId === offerId))
}

describe('placeApplicants, for any offers and applicants', () => {
  it('leaves nobody who would rather be where they would rather be taken', () => {
    fc.assert(
      fc.property(market, (given) => {
        const placement = place(given)
        for (const { key, applications } of given.applicants) {
          for (const wanted of applications.filter(({ priority }) => priority < priorityOf(placement, key))) {
            const target = given.offers.find(({ id }) => id === wanted.offerId)
            if (target === undefined) throw new Error('unknown offer')
            expect(wouldTake(heldBy(given, placement, target.id), target, wanted)).toBe(false)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('fills no offer beyond its places and no quota beyond its own', () => {
    fc.assert(
      fc.property(market, (given) => {
        const seats = [...place(given).seats.values()]
        for (const { id, places, quotaPlaces } of given.offers) {
          const here = seats.filter(({ offerId }) => offerId === id)
          expect(here.length).toBeLessThanOrEqual(places)
          expect(here.filter(({ line }) => line === 'Q1').length).toBeLessThanOrEqual(quotaPlaces?.Q1 ?? 0)
          expect(here.filter(({ line }) => line === 'Q2').length).toBeLessThanOrEqual(quotaPlaces?.Q2 ?? 0)
        }
      }),
    )
  })

  it('does not depend on the order in which offers and applicants are given', () => {
    const shuffled = market.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given.applicants, { minLength: given.applicants.length }),
        fc.shuffledSubarray(given.offers, { minLength: given.offers.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([given, applicants, offers]) => {
        const expected = place(given)
        const actual = place({ offers, applicants })
        expect(Object.fromEntries(actual.seats)).toEqual(Object.fromEntries(expected.seats))
        expect(Object.fromEntries(actual.cutoffs)).toEqual(Object.fromEntries(expected.cutoffs))
      }),
    )
  })

  it('never punishes a better score', () => {
    const improved = fc.tuple(market, fc.nat(13), fc.nat(3), fc.integer({ min: 1, max: 300 }))
    fc.assert(
      fc.property(improved, ([given, who, where, rise]) => {
        const applicant = given.applicants[who]
        if (applicant === undefined) return
        const applications = applicant.applications.map((each, index) =>
          index === where ? { ...each, score: each.score + rise * 100 } : each,
        )
        const applicants = given.applicants.map((each) =>
          each === applicant ? { ...each, applications } : each,
        )
        const before = priorityOf(place(given), applicant.key)
        expect(priorityOf(place({ ...given, applicants }), applicant.key)).toBeLessThanOrEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  it('never rewards ranking the offers otherwise than one wants them', () => {
    const misreported = market.chain((given) =>
      fc.tuple(fc.constant(given), fc.nat(13), fc.shuffledSubarray(OFFERS, { minLength: OFFERS.length })),
    )
    fc.assert(
      fc.property(misreported, ([given, who, order]) => {
        const applicant = given.applicants[who]
        if (applicant === undefined) return
        const lie = applicant.applications.map((each) => ({
          ...each,
          priority: order.indexOf(each.offerId) + 1,
        }))
        const applicants = given.applicants.map((each) =>
          each === applicant ? { ...each, applications: lie } : each,
        )
        const got = place({ ...given, applicants }).seats.get(applicant.key)?.offerId
        const worth = applicant.applications.find(({ offerId }) => offerId === got)?.priority
        expect(worth ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          priorityOf(place(given), applicant.key),
        )
      }),
      { numRuns: 500 },
    )
  })
})
