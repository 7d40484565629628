import { MANDATORY_SUBJECTS, type NmtYear, type SubjectCode } from '../admission/subjects.ts'
import { add, decimal, divide, type Fraction, isLess, multiply, roundHalfUp, ZERO } from './fraction.ts'
import { FORMULAS, type Formula } from './formula.ts'
import { MAX_GRADE, MIN_GRADE } from './grade.ts'
import type { Score } from './score.ts'

/** A grade and its weight. Weights are exact decimals as text ('0.35'). */
export interface WeightedGrade {
  readonly code: SubjectCode
  /** 100 to 200. */
  readonly grade: string | number
  readonly k: string
}

/** Everything the formula needs. Decimals are text, so that no binary fraction decides a digit. */
export interface ScoreInput {
  readonly nmtYear: NmtYear
  /** Three subjects for 2022 and 2023, four from 2024 on. */
  readonly subjects: readonly WeightedGrade[]
  /** The largest weight among the electives; needed from 2025 on, of no matter before. */
  readonly k4max?: string | null | undefined
  readonly creative?: { readonly grade: string | number; readonly k: string } | null | undefined
  /** Points for preparatory courses, '0' to '10'. */
  readonly ou?: string | undefined
  /** Regional multiplier of the offer. */
  readonly rk: string
  /** Branch multiplier: '1.02' or '1.00'. */
  readonly gk: string
}

const MAX_OU = decimal('10', 'limit')
const CAP = decimal('200', 'limit')
const HALF: Fraction = { numerator: 1n, denominator: 2n }

/**
 * The competitive score: the weighted average of the grades with the formula of their year, points and
 * multipliers, at most 200.000, rounded once at the end to thousandths, halves up.
 * @throws RangeError when the input cannot be a score: wrong number of subjects, a grade outside 100-200,
 *   a weight that is no decimal, no `k4max` where the formula needs it
 */
export function competitiveScore(input: ScoreInput): Score {
  return scoreBy(FORMULAS[input.nmtYear], input)
}

/** The same with a given formula. */
export function scoreBy(formula: Formula, input: ScoreInput): Score {
  checkSubjects(formula, input)
  const average = divide(weightedSum(input), scoreDivisor(formula, input))
  const multiplier = multiply(decimal(input.rk, 'rk'), decimal(input.gk, 'gk'))
  const score = withPoints(formula, average, preparatoryPoints(input.ou), multiplier)
  return Number(roundHalfUp(isLess(CAP, score) ? CAP : score, 1000n))
}

/** What the formula divides the weighted sum by. */
export function scoreDivisor(formula: Formula, input: ScoreInput): Fraction {
  const weights = input.subjects.map(({ code, k }) => decimal(k, `weight of ${code}`))
  const creative = input.creative ? decimal(input.creative.k, 'weight of creative') : ZERO
  const sum = weights.reduce(add, creative)
  return formula.divisor === 'weights' ? sum : add(sum, halfGapToHeaviest(input))
}

/** (k4max - k4) / 2: what turns k4 into (k4max + k4) / 2 in a sum that holds k4 already. */
function halfGapToHeaviest(input: ScoreInput): Fraction {
  const mandatory = MANDATORY_SUBJECTS(input.nmtYear)
  const electives = input.subjects.filter(({ code }) => !mandatory.includes(code))
  const [elective] = electives
  if (elective === undefined || electives.length > 1) {
    throw new RangeError(`${electives.length} electives for NMT ${input.nmtYear}: give exactly one`)
  }
  const k4 = decimal(elective.k, `weight of ${elective.code}`)
  const k4max = decimal(input.k4max ?? '', `k4max for NMT ${input.nmtYear}`)
  if (isLess(k4max, k4)) {
    throw new RangeError(
      `k4max ${input.k4max} is less than ${elective.k} of ${elective.code}: it is the largest`,
    )
  }
  const gap = k4max.numerator * k4.denominator - k4.numerator * k4max.denominator
  return multiply({ numerator: gap, denominator: k4max.denominator * k4.denominator }, HALF)
}

function weightedSum({ subjects, creative }: ScoreInput): Fraction {
  const terms = subjects.map(({ code, grade, k }) =>
    multiply(gradeOf(grade, code), decimal(k, `weight of ${code}`)),
  )
  if (creative)
    terms.push(multiply(gradeOf(creative.grade, 'creative'), decimal(creative.k, 'weight of creative')))
  return terms.reduce(add, ZERO)
}

function gradeOf(grade: string | number, subject: string): Fraction {
  const value = decimal(grade, `grade of ${subject}`)
  if (isLess(value, decimal(MIN_GRADE, 'limit')) || isLess(decimal(MAX_GRADE, 'limit'), value)) {
    throw new RangeError(`grade of ${subject} is ${grade}: a score needs ${MIN_GRADE} to ${MAX_GRADE}`)
  }
  return value
}

function preparatoryPoints(ou: string | undefined): Fraction {
  const points = decimal(ou ?? '0', 'ou')
  if (isLess(MAX_OU, points)) throw new RangeError(`ou is ${ou}: it is 0 to 10`)
  return points
}

function withPoints(formula: Formula, average: Fraction, points: Fraction, multiplier: Fraction): Fraction {
  return formula.ou === 'before-multipliers'
    ? multiply(add(average, points), multiplier)
    : add(multiply(average, multiplier), points)
}

function checkSubjects(formula: Formula, { nmtYear, subjects }: ScoreInput): void {
  const different = new Set(subjects.map(({ code }) => code)).size
  if (different !== subjects.length || different !== formula.subjects) {
    const given = subjects.map(({ code }) => code).join(', ')
    throw new RangeError(`NMT ${nmtYear} needs ${formula.subjects} different subjects, not "${given}"`)
  }
}
