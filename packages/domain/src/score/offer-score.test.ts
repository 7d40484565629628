import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offerScore } from './offer-score.ts'
import { A3, F3, GRADES, rule } from '../../testdata/offer-rules.ts'
import type { OfferRules, OfferScoreInput, Scored } from './offer-score-types.ts'

function scoreOf(input: Partial<OfferScoreInput> & { offer?: OfferRules }): Scored {
  const score = offerScore({ nmtYear: 2025, grades: GRADES, offer: F3, ...input })
  if (score.kind !== 'scored') throw new Error(`refused: ${score.reason}`)
  return score
}

describe('offerScore', () => {
  it('scores one way where special support is of no matter', () => {
    expect(scoreOf({})).toEqual({
      kind: 'scored',
      first: 183571,
      later: 183571,
      gkMatters: false,
      elective: 'phys',
      parts: {
        nmtYear: 2025,
        terms: [
          { subject: 'ukr', grade: 180, k: '0.3' },
          { subject: 'math', grade: 190, k: '0.5' },
          { subject: 'hist', grade: 170, k: '0.2' },
          { subject: 'phys', grade: 185, k: '0.4' },
        ],
        divisor: '1.4',
        ou: '0',
        rk: '1.00',
        gk: '1.00',
      },
      belowMinimum: null,
      laterBelowMinimum: null,
    })
  })

  it('scores priorities 1 and 2 apart with special support', () => {
    const score = scoreOf({ offer: A3, grades: { ukr: 180, math: 165, hist: 175, foreign: 172 } })
    expect(score).toMatchObject({ first: 176494, later: 173033, gkMatters: true })
    expect(score.parts.gk).toBe('1.02')
  })

  it('shows one score when the cap makes both the same', () => {
    const score = scoreOf({
      offer: { ...A3, rk: '1.07' },
      grades: { ukr: 200, math: 200, hist: 200, bio: 200 },
    })
    expect(score).toMatchObject({ first: 200000, later: 200000, gkMatters: false })
  })

  it('takes the elective that gives the best score, not the best grade', () => {
    const score = scoreOf({ grades: { ...GRADES, lit: 200, phys: 170, foreign: 171 } })
    expect(score.elective).toBe('phys')
    expect(score.first).toBe(179286)
  })

  it('passes over electives that do not open the offer', () => {
    const offer = { ...F3, weights: { ...F3.weights, phys: rule('0.40', 190) } }
    expect(scoreOf({ offer, grades: { ...GRADES, chem: 120, foreign: 0 } }).elective).toBe('chem')
  })

  it('finds the heaviest elective in the table when the offer does not state it, or states less', () => {
    const grades = { ukr: 180, math: 190, hist: 170, foreign: 185 }
    expect(scoreOf({ grades, offer: { ...F3, k4max: null } }).first).toBe(176667)
    expect(scoreOf({ grades, offer: { ...F3, k4max: '0.25' } }).first).toBe(176667)
    expect(scoreOf({ grades, offer: { ...F3, k4max: '0.50' } }).first).toBe(170357)
  })

  it('keeps the formula of the year of the grades in a later campaign', () => {
    const grades = { ukr: 180, math: 190, hist: 170, foreign: 185 }
    expect(scoreOf({ nmtYear: 2024, grades }).first).toBe(183462)
    expect(scoreOf({ nmtYear: 2022, grades })).toMatchObject({ first: 183000, elective: null })
    expect(scoreOf({ nmtYear: 2023, grades: { ukr: 182, math: 187, phys: 193 } }).parts.terms).toHaveLength(3)
  })

  it('takes history as the third subject of 2023', () => {
    expect(scoreOf({ nmtYear: 2023, grades: { ukr: 180, math: 190, hist: 170 } })).toMatchObject({
      first: 183000,
      elective: 'hist',
    })
  })

  it('weighs geography of older tests as history in 2023, unless the offer weighs it itself', () => {
    const grades = { ukr: 176, math: 183, geo: 187 }
    const weights = { ukr: rule('0.35'), math: rule('0.35'), hist: rule('0.20') }
    const offer = { ...F3, year: 2023, rk: '1.04', weights }
    expect(scoreOf({ nmtYear: 2023, grades, offer })).toMatchObject({ first: 188413, elective: 'geo' })
    const own = { ...offer, weights: { ...weights, geo: rule('0.40') } }
    expect(scoreOf({ nmtYear: 2023, grades, offer: own }).parts.divisor).toBe('1.1')
  })

  it('does not take a subject that was no elective of that test', () => {
    const result = offerScore({ nmtYear: 2023, grades: { ukr: 150, math: 150, lit: 150 }, offer: F3 })
    expect(result).toEqual({ kind: 'refused', reason: 'SUBJECT_MISSING', subject: null })
  })

  it('counts preparatory points with special support only', () => {
    const grades = { ukr: 150, math: 140, hist: 160, bio: 155 }
    expect(scoreOf({ grades, offer: { ...A3, ou: '10', rk: '1.04' } }).parts.ou).toBe('10')
    expect(scoreOf({ offer: { ...F3, ou: '10' } })).toMatchObject({ first: 183571, parts: { ou: '0' } })
  })

  it('counts the creative contest', () => {
    const score = scoreOf({ offer: { ...F3, creative: { k: '0.5' } }, creativeGrade: 200 })
    expect(score.parts.terms.at(-1)).toEqual({ subject: 'creative', grade: 200, k: '0.5' })
    expect(score.parts.divisor).toBe('1.9')
    expect(score.first).toBe(187895)
  })
})

describe('offerScore, the minimum', () => {
  const low = { ukr: 130, math: 128, hist: 130, phys: 128 }

  it('says that the budget is closed and the contract is not', () => {
    expect(scoreOf({ grades: low })).toMatchObject({
      first: 128714,
      belowMinimum: { budget: true, contract: false, minimum: 130_000 },
    })
  })

  it('says that both are closed where 150 holds for both', () => {
    const offer = { ...F3, minScore: { budget: 150_000, contract: 150_000 } }
    expect(scoreOf({ grades: low, offer }).belowMinimum).toEqual({
      budget: true,
      contract: true,
      minimum: 150_000,
    })
  })

  it('is reached by an equal score', () => {
    const grades = { ukr: 130, math: 130, hist: 130, phys: 130 }
    expect(scoreOf({ grades })).toMatchObject({ first: 130_000, belowMinimum: null })
  })

  it('can be reached with the multiplier of priorities 1 and 2 alone', () => {
    const score = scoreOf({ offer: A3, grades: { ukr: 129, math: 129, hist: 129, foreign: 129 } })
    expect(score.belowMinimum).toBeNull()
    expect(score.laterBelowMinimum).toEqual({ budget: true, contract: false, minimum: 130_000 })
  })

  it('reports a contract minimum on its own', () => {
    const offer = { ...F3, minScore: { budget: 100_000, contract: 150_000 } }
    expect(scoreOf({ grades: low, offer }).belowMinimum).toEqual({
      budget: false,
      contract: true,
      minimum: 150_000,
    })
  })
})

describe('offerScore, for any grades', () => {
  const grade = fc.integer({ min: 100, max: 200 })
  const electives = fc.record(
    { lit: grade, foreign: grade, bio: grade, geo: grade, phys: grade, chem: grade },
    { requiredKeys: ['phys'] },
  )

  it('is never worse for another elective, nor for the lower priority', () => {
    fc.assert(
      fc.property(fc.record({ ukr: grade, math: grade, hist: grade }), electives, (mandatory, chosen) => {
        const all = scoreOf({ grades: { ...mandatory, ...chosen }, offer: { ...F3, specialSupport: true } })
        const one = scoreOf({
          grades: { ...mandatory, phys: chosen.phys },
          offer: { ...F3, specialSupport: true },
        })
        expect(all.later).toBeGreaterThanOrEqual(one.later)
        expect(all.first).toBeGreaterThanOrEqual(one.first)
        expect(all.first).toBeGreaterThanOrEqual(all.later)
      }),
    )
  })
})
