import { describe, expect, it } from 'vitest'
import { F3, GRADES, rule } from '../../testdata/offer-rules.ts'
import { offerScore } from './offer-score.ts'
import type { OfferScoreInput } from './offer-score-types.ts'

describe('offerScore, refusals', () => {
  const refused = (input: Partial<OfferScoreInput>) =>
    offerScore({ nmtYear: 2025, grades: GRADES, offer: F3, ...input })

  it('a subject not passed', () => {
    expect(refused({ grades: { ...GRADES, math: 0 } })).toEqual({
      kind: 'refused',
      reason: 'SUBJECT_NOT_PASSED',
      subject: 'math',
    })
    expect(refused({ grades: { ...GRADES, phys: 99 } })).toMatchObject({
      reason: 'SUBJECT_NOT_PASSED',
      subject: 'phys',
    })
  })

  it("a grade below the offer's own minimum", () => {
    const offer = { ...F3, weights: { ...F3.weights, math: rule('0.5', 140) } }
    expect(refused({ offer, grades: { ...GRADES, math: 136 } })).toEqual({
      kind: 'refused',
      reason: 'SUBJECT_BELOW_MINIMUM',
      subject: 'math',
      required: 140,
      grade: 136,
    })
    expect(refused({ offer, grades: { ...GRADES, math: 140 } }).kind).toBe('scored')
  })

  it('the elective that came nearest', () => {
    const offer = { ...F3, weights: { ...F3.weights, phys: rule('0.4', 150) } }
    expect(refused({ offer, grades: { ...GRADES, foreign: 0, phys: 149 } })).toMatchObject({
      reason: 'SUBJECT_BELOW_MINIMUM',
      subject: 'phys',
    })
  })

  it('a subject that is missing, and no elective at all', () => {
    expect(refused({ grades: { ukr: 180, math: 190 } })).toMatchObject({
      reason: 'SUBJECT_MISSING',
      subject: 'hist',
    })
    expect(refused({ grades: { ukr: 180, math: 190, hist: 170 } })).toMatchObject({
      reason: 'SUBJECT_MISSING',
      subject: null,
    })
  })

  it('a creative contest without a grade, or failed', () => {
    const offer = { ...F3, creative: { k: '0.5' } }
    expect(refused({ offer })).toMatchObject({ reason: 'CREATIVE_MISSING' })
    expect(refused({ offer, creativeGrade: null })).toMatchObject({ reason: 'CREATIVE_MISSING' })
    expect(refused({ offer, creativeGrade: 90 })).toMatchObject({ reason: 'CREATIVE_NOT_PASSED' })
  })

  it('weights that nobody knows', () => {
    expect(refused({ offer: { ...F3, weights: {} } })).toMatchObject({
      reason: 'WEIGHTS_MISSING',
      subject: 'ukr',
    })
    const { ukr, math, hist } = { ukr: rule('0.3'), math: rule('0.5'), hist: rule('0.2') }
    expect(refused({ offer: { ...F3, weights: { ukr, math, hist } } })).toMatchObject({
      reason: 'WEIGHTS_MISSING',
      subject: null,
    })
  })

  it('grades too old for the campaign, but not newer ones', () => {
    const offer = { ...F3, year: 2026 }
    expect(refused({ offer, nmtYear: 2022 })).toEqual({
      kind: 'refused',
      reason: 'NMT_YEAR_NOT_ACCEPTED',
      oldest: 2023,
    })
    expect(refused({ nmtYear: 2026 }).kind).toBe('scored')
    expect(refused({ nmtYear: 2022, offer: { ...F3, year: 2031 } }).kind).toBe('scored')
  })
})
