import { ELECTIVE_SUBJECTS, MANDATORY_SUBJECTS, type SubjectCode } from '../admission/subjects.ts'
import type { WeightedGrade } from './competitive-score.ts'
import type { OfferScoreInput, ScoreRefusal, SubjectRule } from './offer-score-types.ts'
import { refusalOfSubject } from './subject-check.ts'

/** One way to be scored: the grades that would count. `elective` is null for a test that had none. */
export interface SubjectSet {
  readonly subjects: readonly WeightedGrade[]
  readonly elective: SubjectCode | null
}

type Grades = { readonly kind: 'grades'; readonly grades: readonly WeightedGrade[] } | ScoreRefusal

/** Every way to be scored, one for each elective that opens the offer, or why there is none. */
export function subjectSets(
  input: OfferScoreInput,
): { readonly kind: 'sets'; readonly sets: readonly SubjectSet[] } | ScoreRefusal {
  const mandatory = mandatoryGrades(input)
  if (mandatory.kind === 'refused') return mandatory
  if (ELECTIVE_SUBJECTS(input.nmtYear).length === 0) {
    return { kind: 'sets', sets: [{ subjects: mandatory.grades, elective: null }] }
  }
  const electives = electiveGrades(input)
  if (electives.kind === 'refused') return electives
  const sets = electives.grades.map((grade) => ({
    subjects: [...mandatory.grades, grade],
    elective: grade.code,
  }))
  return { kind: 'sets', sets }
}

function mandatoryGrades({ nmtYear, grades, offer }: OfferScoreInput): Grades {
  const counted: WeightedGrade[] = []
  for (const code of MANDATORY_SUBJECTS(nmtYear)) {
    const rule = offer.weights[code]
    if (rule === undefined) return { kind: 'refused', reason: 'WEIGHTS_MISSING', subject: code }
    const grade = grades[code]
    if (grade === undefined) return { kind: 'refused', reason: 'SUBJECT_MISSING', subject: code }
    const refusal = refusalOfSubject(code, grade, rule)
    if (refusal !== null) return refusal
    counted.push({ code, grade, k: rule.k })
  }
  return { kind: 'grades', grades: counted }
}

/** When no elective opens the offer, the refusal names the obstacle of the one that came nearest. */
function electiveGrades(input: OfferScoreInput): Grades {
  const weighed = weighedElectives(input)
  if (weighed.length === 0) return { kind: 'refused', reason: 'WEIGHTS_MISSING', subject: null }
  const counted: WeightedGrade[] = []
  const refusals: ScoreRefusal[] = []
  for (const { code, rule } of weighed) {
    const grade = input.grades[code]
    if (grade === undefined) continue
    const refusal = refusalOfSubject(code, grade, rule)
    if (refusal === null) counted.push({ code, grade, k: rule.k })
    else refusals.push(refusal)
  }
  return counted.length > 0 ? { kind: 'grades', grades: counted } : nearest(refusals)
}

/**
 * The electives of that test which the offer weighs. For 2023 geography joins them, because grades of
 * older tests in it were taken; it weighs as history unless the offer has a weight of its own for it.
 * Source: README.md, "Subjects".
 */
function weighedElectives({ nmtYear, offer }: OfferScoreInput): { code: SubjectCode; rule: SubjectRule }[] {
  const { weights } = offer
  const electives = ELECTIVE_SUBJECTS(nmtYear)
  const rules = nmtYear === 2023 ? { ...weights, geo: weights.geo ?? weights.hist } : weights
  const codes: readonly SubjectCode[] = nmtYear === 2023 ? [...electives, 'geo'] : electives
  return codes.flatMap((code) => {
    const rule = rules[code]
    return rule === undefined ? [] : [{ code, rule }]
  })
}

function nearest(refusals: readonly ScoreRefusal[]): ScoreRefusal {
  const passed = refusals.find(({ reason }) => reason === 'SUBJECT_BELOW_MINIMUM')
  return passed ?? refusals[0] ?? { kind: 'refused', reason: 'SUBJECT_MISSING', subject: null }
}
