import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ELECTIVE_SUBJECTS, MANDATORY_SUBJECTS, NMT_YEARS, type NmtYear } from '../admission/subjects.ts'
import { competitiveScore, type ScoreInput } from './competitive-score.ts'

/** Hundredths as decimal text: 35 is '0.35'. */
const hundredths = (value: number): string =>
  `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`

interface Case {
  nmtYear: NmtYear
  grades: number[]
  weights: number[]
  heavier: number
  creative: { grade: number; k: number } | null
  ou: number
  rk: number
  gk: number
}

const grade = fc.integer({ min: 100, max: 200 })
const weight = fc.integer({ min: 1, max: 60 })

const cases: fc.Arbitrary<Case> = fc.record({
  nmtYear: fc.constantFrom(...NMT_YEARS),
  grades: fc.array(grade, { minLength: 4, maxLength: 4 }),
  weights: fc.array(weight, { minLength: 4, maxLength: 4 }),
  heavier: fc.integer({ min: 0, max: 30 }),
  creative: fc.option(fc.record({ grade, k: weight })),
  ou: fc.integer({ min: 0, max: 10 }),
  rk: fc.constantFrom(100, 104, 107),
  gk: fc.constantFrom(100, 102),
})

function codesOf({ nmtYear }: Case) {
  return [...MANDATORY_SUBJECTS(nmtYear), ...ELECTIVE_SUBJECTS(nmtYear).slice(-1)]
}

/** The case with every weight times `scale`. */
function toInput(test: Case, scale = 1): ScoreInput {
  const last = codesOf(test).length - 1
  const subjects = codesOf(test).map((code, index) => ({
    code,
    grade: test.grades[index] ?? 100,
    k: hundredths((test.weights[index] ?? 1) * scale),
  }))
  const creative = test.creative && { grade: test.creative.grade, k: hundredths(test.creative.k * scale) }
  const k4max = hundredths(((test.weights[last] ?? 1) + test.heavier) * scale)
  const { nmtYear, ou, rk, gk } = test
  return { nmtYear, subjects, k4max, creative, ou: String(ou), rk: hundredths(rk), gk: hundredths(gk) }
}

/**
 * The rules again in another way: integers only, and instead of dividing, a search for the thousandth
 * whose half-open neighbourhood holds the exact value.
 */
function referenceScore(test: Case): number {
  const count = codesOf(test).length
  let sum = 0
  let doubleDivisor = test.nmtYear >= 2025 ? test.heavier : 0
  for (let index = 0; index < count; index++) {
    sum += (test.grades[index] ?? 0) * (test.weights[index] ?? 0)
    doubleDivisor += 2 * (test.weights[index] ?? 0)
  }
  if (test.creative !== null) {
    sum += test.creative.grade * test.creative.k
    doubleDivisor += 2 * test.creative.k
  }
  const numerator = BigInt(2 * sum + test.ou * doubleDivisor) * BigInt(test.rk * test.gk)
  const denominator = BigInt(doubleDivisor) * 10_000n
  const reaches = (thousandths: number) => 2000n * numerator >= BigInt(2 * thousandths - 1) * denominator
  let [low, high] = [0, 200_000]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (reaches(middle)) low = middle
    else high = middle - 1
  }
  return low
}

describe('competitiveScore, for any grades and weights', () => {
  it('agrees with an independent implementation', () => {
    fc.assert(
      fc.property(cases, (test) => {
        expect(competitiveScore(toInput(test))).toBe(referenceScore(test))
      }),
      { numRuns: 2000 },
    )
  })

  it('is a whole number of thousandths up to 200.000', () => {
    fc.assert(
      fc.property(cases, (test) => {
        const score = competitiveScore(toInput(test))
        expect(Number.isInteger(score) && score > 0 && score <= 200_000).toBe(true)
      }),
    )
  })

  it('never falls when a grade rises', () => {
    const rise = fc.integer({ min: 1, max: 100 })
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 3 }), rise, (test, which, points) => {
        const grades = test.grades.map((value, index) =>
          index === which ? Math.min(200, value + points) : value,
        )
        expect(competitiveScore(toInput({ ...test, grades }))).toBeGreaterThanOrEqual(
          competitiveScore(toInput(test)),
        )
      }),
    )
  })

  it('does not change when all weights are multiplied by the same number', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 50 }), (test, scale) => {
        expect(competitiveScore(toInput(test, scale))).toBe(competitiveScore(toInput(test)))
      }),
    )
  })

  it('does not depend on the order of the subjects', () => {
    fc.assert(
      fc.property(cases, (test) => {
        const input = toInput(test)
        const reversed = { ...input, subjects: [...input.subjects].reverse() }
        expect(competitiveScore(reversed)).toBe(competitiveScore(input))
      }),
    )
  })

  it('falls, or stays, when the heaviest elective of the offer is heavier', () => {
    fc.assert(
      fc.property(cases, (test) => {
        const heavier = { ...test, heavier: test.heavier + 10 }
        expect(competitiveScore(toInput(heavier))).toBeLessThanOrEqual(competitiveScore(toInput(test)))
      }),
    )
  })
})
