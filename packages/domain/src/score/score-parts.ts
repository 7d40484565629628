import { type ScoreInput, scoreDivisor } from './competitive-score.ts'
import { FORMULAS } from './formula.ts'
import { decimal, decimalText } from './fraction.ts'
import type { ScoreParts } from './offer-score-types.ts'

/** The numbers that went into a score, for showing how it was computed. */
export function scoreParts(input: ScoreInput): ScoreParts {
  const subjects = input.subjects.map(({ code, grade, k }) => ({ subject: code, grade, k }))
  const creative = input.creative ? [{ subject: 'creative' as const, ...input.creative }] : []
  const terms = [...subjects, ...creative].map(({ subject, grade, k }) => ({
    subject,
    grade: Number(grade),
    k: decimalText(decimal(k, `weight of ${subject}`)),
  }))
  return {
    nmtYear: input.nmtYear,
    terms,
    divisor: decimalText(scoreDivisor(FORMULAS[input.nmtYear], input)),
    ou: decimalText(decimal(input.ou ?? '0', 'ou')),
    rk: decimalText(decimal(input.rk, 'rk'), 2),
    gk: input.gk,
  }
}
