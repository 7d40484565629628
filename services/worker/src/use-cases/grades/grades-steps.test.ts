import { describe, expect, it } from 'vitest'
import type { GradeAnswer } from './grade-answer.ts'
import { remainingSubjects, savedGradesState } from './grades-state.ts'
import type { GradesState, GradeStep } from './grades-state.ts'
import { answerStep, correcting, enter, fillIn } from './grades-steps.ts'
import type { GradesMove } from './grades-steps.ts'

const FROM = { offerId: 1481286, year: 2025 }
const SAVED = { ukr: 180, math: 190, hist: 170, phys: 185 }
const START: GradesState = { step: 'year', from: FROM }

/** Where a row of answers leads; numbers are typed grades. */
function after(start: GradesState, ...answers: (GradeAnswer | number[])[]): GradesMove {
  return answers.reduce<GradesMove>(
    (move, answer) => {
      if (move.kind !== 'ask') throw new Error(`The dialogue was over before ${JSON.stringify(answer)}`)
      return Array.isArray(answer) ? enter(move.state as GradeStep, answer) : answerStep(move.state, answer)
    },
    { kind: 'ask', state: start },
  )
}

/** What is being asked: the step, and the subject where there is one. */
function asked(move: GradesMove): string {
  if (move.kind !== 'ask') return move.kind
  return move.state.step === 'grade' ? `grade ${remainingSubjects(move.state)[0]}` : move.state.step
}

const year = (nmtYear: 2022 | 2023 | 2024 | 2025 | 2026): GradeAnswer => ({ kind: 'year', nmtYear })
const elective = (subject: 'phys' | 'hist' | 'lit'): GradeAnswer => ({ kind: 'elective', subject })
const subject = (code: 'math' | 'phys'): GradeAnswer => ({ kind: 'subject', subject: code })
const BACK: GradeAnswer = { kind: 'back' }
const CANCEL: GradeAnswer = { kind: 'cancel' }
const NOT_PASSED: GradeAnswer = { kind: 'not-passed' }
const OTHER: GradeAnswer = { kind: 'other-elective' }

describe('entering grades', () => {
  it.each<[string, (GradeAnswer | number[])[], string]>([
    ['the year first', [], 'year'],
    ['then the elective', [year(2025)], 'elective'],
    ['no elective in 2022', [year(2022)], 'grade ukr'],
    ['history is a choice in 2023', [year(2023), elective('hist')], 'grade ukr'],
    ['then grades in order', [year(2025), elective('phys'), [180]], 'grade math'],
    ['several at once', [year(2025), elective('phys'), [180, 190, 170]], 'grade phys'],
    ['until none is missing', [year(2025), elective('phys'), [180], [190, 170, 185]], 'complete'],
    ['three subjects in 2023', [year(2023), elective('phys'), [180, 190, 185]], 'complete'],
    ['three subjects in 2022', [year(2022), [180, 190, 170]], 'complete'],
    ['a test that was not passed', [year(2025), elective('phys'), NOT_PASSED], 'grade math'],
    ['not passed as the last', [year(2022), [180, 190], NOT_PASSED], 'complete'],
    ['back takes the last grade away', [year(2025), elective('phys'), [180, 190], BACK], 'grade math'],
    ['back to the elective', [year(2025), elective('phys'), BACK], 'elective'],
    ['back to the year', [year(2025), elective('phys'), BACK, BACK], 'year'],
    ['back to the year of 2022', [year(2022), BACK], 'year'],
    ['nothing before the year', [BACK], 'foreign'],
    ['cancel at the year', [CANCEL], 'cancelled'],
    ['cancel at the elective', [year(2025), CANCEL], 'cancelled'],
    ['cancel at a grade', [year(2025), elective('phys'), [180], CANCEL], 'cancelled'],
    ['an answer to another question', [year(2025), year(2024)], 'foreign'],
    ['an elective that test did not have', [year(2023), elective('lit')], 'foreign'],
    ['a subject to correct, but nothing to correct', [year(2025), subject('math')], 'foreign'],
  ])('%s', (_name, answers, question) => {
    expect(asked(after(START, ...answers))).toBe(question)
  })

  it('keeps the offer they came from through every step', () => {
    const move = after(START, year(2025), elective('phys'), [180], BACK)
    expect(move).toMatchObject({ kind: 'ask', state: { from: FROM, grades: {} } })
  })

  it('stores a test that was not passed as 0', () => {
    const move = after(START, year(2022), NOT_PASSED)
    expect(move).toMatchObject({ state: { grades: { ukr: 0 } } })
  })

  it('fills in no more than was asked', () => {
    const state = after(START, year(2022)) as { state: GradeStep }
    expect(fillIn(state.state, [180, 190, 170])).toEqual({
      grades: { ukr: 180, math: 190, hist: 170 },
      complete: true,
    })
  })
})

describe('correcting grades', () => {
  const start = correcting(2025, SAVED, FROM)

  it.each<[string, (GradeAnswer | number[])[], string]>([
    ['asks which', [], 'pick'],
    ['asks only that one', [subject('math')], 'grade math'],
    ['is done when it is there', [subject('math'), [200]], 'complete'],
    ['goes back to the choice', [subject('math'), BACK], 'pick'],
    ['another elective keeps the rest', [OTHER, elective('lit')], 'grade lit'],
    ['another elective, done', [OTHER, elective('lit'), [199]], 'complete'],
    ['another elective, back', [OTHER, elective('lit'), BACK], 'pick'],
    ['back from the electives', [OTHER, BACK], 'pick'],
    ['back from the choice leaves it', [BACK], 'cancelled'],
    ['cancel leaves it', [subject('math'), CANCEL], 'cancelled'],
  ])('%s', (_name, answers, question) => {
    expect(asked(after(start, ...answers))).toBe(question)
  })

  it('has the old grades again after going back', () => {
    expect(after(start, subject('math'), BACK)).toEqual({ kind: 'ask', state: start })
  })

  it('does not know subjects the result lacks', () => {
    expect(asked(after(correcting(2022, { ukr: 150 }, null), subject('phys')))).toBe('foreign')
  })
})

describe('the saved state', () => {
  it.each<[string, GradesMove]>([
    ['year', after(START, year(2025), BACK)],
    ['elective', after(START, year(2025))],
    ['grade', after(START, year(2025), elective('phys'), [180])],
    ['pick', after(correcting(2025, SAVED, null), subject('math'), BACK)],
  ])('comes back from JSON: %s', (_name, move) => {
    if (move.kind !== 'ask') throw new Error('nothing is asked')
    const saved = { step: move.state, askedAt: 1 }
    expect(savedGradesState.parse(JSON.parse(JSON.stringify(saved)))).toEqual(saved)
  })

  it.each([
    null,
    {},
    { step: { step: 'year' }, askedAt: 1 },
    { step: { step: 'grade', from: null }, askedAt: 1 },
  ])('is not taken for ours when it is %j', (state) => {
    expect(savedGradesState.safeParse(state).success).toBe(false)
  })
})
