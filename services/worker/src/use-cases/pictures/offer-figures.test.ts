import { describe, expect, it } from 'vitest'
import type { OfferDetails } from '@abitly/database'
import { CONTRACT_ONLY, WEAK_GRADES } from '../../bot/testing/offer-scene.ts'
import { applications, GRADES, INFORMATICS, INFORMATICS_LIST } from '../../bot/testing/sample-offers.ts'
import { judgeOffer } from '../offer/judge-offer.ts'
import { percentile } from './comparison-row.ts'
import { offerFigures } from './offer-figures.ts'

function figures(over: Partial<OfferDetails> = {}, list = INFORMATICS_LIST, grades: object = GRADES) {
  const offer = { ...INFORMATICS, ...over }
  const verdict = judgeOffer(offer, [{ nmtYear: 2025, source: 'own', grades }], list)
  return offerFigures(offer, list, verdict)
}

describe('the figures of an offer', () => {
  it('are those of the state-funded competition, with the rank the offer shows', () => {
    expect(figures()).toMatchObject({
      funding: 'budget',
      places: {
        count: 85,
        quotas: 'none',
        unclaimed: 17,
        ceiling: true,
        last: { kind: 'at', score: 150_000 },
      },
      lastYear: 171_204,
      mine: [{ priority: 'any', score: 183_571, rank: { best: 63, worst: 66 }, higherThan: 81 }],
    })
  })

  it('are those of the paid one where there is no other, without a rank', () => {
    const list = applications([2, 140_000, 1]).map((one) => ({ ...one, funding: 'contract' as const }))
    expect(figures(CONTRACT_ONLY, list)).toMatchObject({
      funding: 'contract',
      scores: [140_000, 140_000],
      places: { count: 125, quotas: 'none', unclaimed: 0, ceiling: false, last: { kind: 'beyond-all' } },
      lastYear: 118_500,
      mine: [{ score: 183_571, rank: null, higherThan: 100 }],
    })
  })

  it('leave out a score that is not admitted', () => {
    const minScore = { budget: 150_000, contract: null }
    expect(figures({ minScore }, INFORMATICS_LIST, WEAK_GRADES).mine).toEqual([])
  })

  it('end the places where those that quotas do not take end', () => {
    const quota = applications([6, 140_000, 1]).map((one, index) => ({
      ...{ ...one, quota: 'Q1' as const, applicantKey: `q${index}` },
    }))
    const list = [...applications([79, 160_000, 1], [9, 150_000, 2]), ...quota]
    expect(figures({}, list).places).toMatchObject({
      ...{ count: 79, quotas: 'some', unclaimed: 11, last: { kind: 'at', score: 160_000 } },
    })
  })

  it('have no places while nobody has published how many', () => {
    expect(figures({ places: { ...INFORMATICS.places, maxBudget: null } }).places).toBeNull()
  })
})

it.each([
  [10, [5, 4, 3, 2, 1], 1],
  [25, [5, 4, 3, 2, 1], 2],
  [75, [5, 4, 3, 2, 1], 4],
  [90, [5, 4, 3, 2, 1], 5],
  [90, [7], 7],
])('%i percent of %j do not pass %i', (percent, scores, score) => {
  expect(percentile(scores, percent)).toBe(score)
})
