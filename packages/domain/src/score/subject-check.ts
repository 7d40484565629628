import type { SubjectCode } from '../admission/subjects.ts'
import { MIN_GRADE } from './grade.ts'
import type { ScoreRefusal, SubjectRule } from './offer-score-types.ts'

/** Why a grade does not open an offer; null when it does. */
export function refusalOfSubject(
  subject: SubjectCode,
  grade: number,
  rule: SubjectRule,
): ScoreRefusal | null {
  if (grade < MIN_GRADE) return { kind: 'refused', reason: 'SUBJECT_NOT_PASSED', subject }
  const required = rule.minGrade ?? MIN_GRADE
  if (grade >= required) return null
  return { kind: 'refused', reason: 'SUBJECT_BELOW_MINIMUM', subject, required, grade }
}
