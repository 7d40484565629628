import { describe, expect, it } from 'vitest'
import { placeApplicants } from './place-applicants.ts'
import type { Placement, PlacementApplicant } from './types.ts'

const [A, B, C] = [1, 2, 3]

/** An applicant with one score everywhere who wants the offers in this order. */
function wants(key: string, score: number, offers: readonly number[], quota: 'Q1' | 'Q2' | null = null) {
  const applications = offers.map((offerId, index) => ({ offerId, score, priority: index + 1, quota }))
  return { key, applications } satisfies PlacementApplicant
}

const offerOf = ({ seats }: Placement, key: string) => seats.get(key)?.offerId ?? null

describe('placeApplicants', () => {
  it('fills three offers from the top when all want them in the same order', () => {
    const offers = [A, B, C].map((id) => ({ id, places: 2 }))
    const scores = Array.from({ length: 10 }, (_, index) => 200_000 - index * 10_000)
    const result = placeApplicants(
      offers,
      scores.map((score) => wants(String(score), score, [A, B, C])),
    )
    const offersByScore = scores.map((score) => offerOf(result, String(score)))
    expect(offersByScore).toEqual([A, A, B, B, C, C, null, null, null, null])
    expect([...result.cutoffs.values()]).toEqual([190_000, 170_000, 150_000])
  })

  it('gives a quota place to the best of the quota and the general one to the best of the rest', () => {
    const result = placeApplicants(
      [{ id: A, places: 2, quotaPlaces: { Q1: 1 } }],
      [
        wants('general 195', 195_000, [A]),
        wants('general 180', 180_000, [A]),
        wants('quota 190', 190_000, [A], 'Q1'),
        wants('quota 150', 150_000, [A], 'Q1'),
      ],
    )
    expect(result.seats.get('general 195')).toEqual({
      offerId: A,
      priority: 1,
      score: 195_000,
      line: 'general',
    })
    expect(result.seats.get('quota 190')?.line).toBe('Q1')
    expect(result.seats.size).toBe(2)
  })

  it('gives a first priority no advantage over a better score', () => {
    const result = placeApplicants(
      [
        { id: A, places: 1 },
        { id: B, places: 1 },
      ],
      [wants('X', 180_000, [A, B]), wants('Y', 170_000, [B]), wants('Z', 175_000, [A, B])],
    )
    expect(['X', 'Y', 'Z'].map((key) => offerOf(result, key))).toEqual([A, null, B])
  })

  it('returns quota places that nobody claims to the general competition', () => {
    const general = [190_000, 180_000, 170_000].map((score) => wants(String(score), score, [A]))
    const offers = [{ id: A, places: 3, quotaPlaces: { Q1: 1, Q2: 1 } }]
    expect(placeApplicants(offers, general).seats.size).toBe(3)
    const claimed = placeApplicants(offers, [...general, wants('quota', 120_000, [A], 'Q2')])
    expect(offerOf(claimed, 'quota')).toBe(A)
    expect(offerOf(claimed, '170000')).toBeNull()
  })

  it('lets those beyond the quota compete generally', () => {
    const result = placeApplicants(
      [{ id: A, places: 2, quotaPlaces: { Q1: 1 } }],
      [wants('Q 190', 190_000, [A], 'Q1'), wants('Q 185', 185_000, [A], 'Q1'), wants('G 180', 180_000, [A])],
    )
    expect([...result.seats.keys()].sort()).toEqual(['Q 185', 'Q 190'])
    expect(result.seats.get('Q 185')?.line).toBe('general')
    expect(result.cutoffs.get(A)).toBe(185_000)
  })

  it('goes by priority, not by the order in which applications are given', () => {
    const applications = [
      { offerId: B, score: 150_000, priority: 2 },
      { offerId: A, score: 150_000, priority: 1 },
    ]
    const offers = [
      { id: A, places: 1 },
      { id: B, places: 1 },
    ]
    expect(offerOf(placeApplicants(offers, [{ key: 'me', applications }]), 'me')).toBe(A)
  })

  it('passes over offers that are not given, and offers without places', () => {
    const result = placeApplicants(
      [{ id: A, places: 0, quotaPlaces: { Q1: 2 } }],
      [wants('me', 150_000, [C, A], 'Q1')],
    )
    expect(result.seats.size).toBe(0)
    expect(result.cutoffs.get(A)).toBeNull()
  })

  it('orders equal scores the same way every time', () => {
    const people = [wants('b', 150_000, [A]), wants('a', 150_000, [A])]
    const offers = [{ id: A, places: 1 }]
    expect(offerOf(placeApplicants(offers, people), 'a')).toBe(A)
    expect(offerOf(placeApplicants(offers, [...people].reverse()), 'a')).toBe(A)
  })

  it('places 50 000 applications well under a second', () => {
    const offers = Array.from({ length: 500 }, (_, id) => ({ id, places: 12, quotaPlaces: { Q1: 1, Q2: 1 } }))
    const people = Array.from({ length: 10_000 }, (_, n) => {
      const choice = [7, 11, 13, 17, 19].map((step) => (n * step) % 500)
      return wants(`p${n}`, 100_000 + ((n * 7919) % 100_000), choice, n % 10 === 0 ? 'Q1' : null)
    })
    const start = performance.now()
    const result = placeApplicants(offers, people)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(result.seats.size).toBeLessThanOrEqual(6000)
    expect(result.seats.size).toBeGreaterThan(4000)
  })
})
