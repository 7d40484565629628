import { ELECTIVE_SUBJECTS } from '@abitly/domain'
import type { NmtYear, SubjectCode } from '@abitly/domain'
import type { OfferKey } from '../offer/offer-key.ts'
import type { GradeAnswer } from './grade-answer.ts'
import { electivesIn, remainingSubjects, subjectsOf } from './grades-state.ts'
import type { Entered, GradesState, GradeStep, PickStep } from './grades-state.ts'

/** Stored for a test that was taken and not passed. */
const NOT_PASSED = 0

/** What an answer leads to; 'foreign': it does not belong to the step, so the keyboard was an old one. */
export type GradesMove =
  { kind: 'ask'; state: GradesState } | { kind: 'complete' } | { kind: 'cancelled' } | { kind: 'foreign' }

const FOREIGN: GradesMove = { kind: 'foreign' }
const ask = (state: GradesState): GradesMove => ({ kind: 'ask', state })

/** The state in which saved grades wait for the choice of the one to correct. */
export function correcting(nmtYear: NmtYear, saved: Entered, from: OfferKey | null): PickStep {
  const electives = electivesIn(nmtYear, saved)
  return { step: 'pick', nmtYear, electives, grades: saved, corrects: saved, from }
}

/** Every grade of the step with the next ones filled in; complete when none is missing. */
export function fillIn(state: GradeStep, values: readonly number[]): { grades: Entered; complete: boolean } {
  const remaining = remainingSubjects(state)
  const filled = values.flatMap((value, index) => {
    const subject = remaining[index]
    return subject === undefined ? [] : [[subject, value] as const]
  })
  return {
    grades: { ...state.grades, ...Object.fromEntries(filled) },
    complete: values.length >= remaining.length,
  }
}

/** The next step after a button. */
export function answerStep(state: GradesState, answer: GradeAnswer): GradesMove {
  if (answer.kind === 'cancel') return { kind: 'cancelled' }
  if (answer.kind === 'back') return goBack(state)
  switch (state.step) {
    case 'year':
      return answer.kind === 'year' ? ask(afterYear(answer.nmtYear, state.from)) : FOREIGN
    case 'elective':
      return answer.kind === 'elective' ? chooseElective(state, answer.subject) : FOREIGN
    case 'pick':
      return pick(state, answer)
    case 'grade':
      return answer.kind === 'not-passed' ? enter(state, [NOT_PASSED]) : FOREIGN
  }
}

/** The next step after grades were entered. */
export function enter(state: GradeStep, values: readonly number[]): GradesMove {
  const { grades, complete } = fillIn(state, values)
  return complete ? { kind: 'complete' } : ask({ ...state, grades })
}

function afterYear(nmtYear: NmtYear, from: OfferKey | null): GradesState {
  const start = { nmtYear, grades: {}, corrects: null, from }
  if (ELECTIVE_SUBJECTS(nmtYear).length === 0) return { step: 'grade', electives: [], ...start }
  return { step: 'elective', ...start }
}

function chooseElective(state: Extract<GradesState, { step: 'elective' }>, subject: SubjectCode): GradesMove {
  if (!ELECTIVE_SUBJECTS(state.nmtYear).includes(subject)) return FOREIGN
  return ask({ ...state, step: 'grade', electives: [subject] })
}

function pick(state: PickStep, answer: GradeAnswer): GradesMove {
  const { electives, grades, nmtYear } = state
  if (answer.kind === 'subject' && subjectsOf(nmtYear, electives).includes(answer.subject)) {
    return ask({ ...state, step: 'grade', grades: without(grades, [answer.subject]) })
  }
  if (answer.kind !== 'other-elective') return FOREIGN
  const { from, corrects } = state
  return ask({ step: 'elective', nmtYear, from, corrects, grades: without(grades, electives) })
}

function goBack(state: GradesState): GradesMove {
  if (state.step === 'year') return FOREIGN
  const { nmtYear, from, corrects } = state
  if (corrects !== null) {
    return state.step === 'pick' ? { kind: 'cancelled' } : ask(correcting(nmtYear, corrects, from))
  }
  const last = subjectsOf(nmtYear, []).findLast((subject) => state.grades[subject] !== undefined)
  if (state.step === 'grade' && last !== undefined) {
    return ask({ ...state, grades: without(state.grades, [last]) })
  }
  const hasElectives = state.step === 'grade' && ELECTIVE_SUBJECTS(nmtYear).length > 0
  return ask(hasElectives ? afterYear(nmtYear, from) : { step: 'year', from })
}

function without(grades: Entered, subjects: readonly SubjectCode[]): Entered {
  const left = Object.entries(grades).filter(([subject]) => !subjects.some((other) => other === subject))
  return Object.fromEntries(left)
}
