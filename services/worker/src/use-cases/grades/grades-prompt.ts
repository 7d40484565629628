import { ELECTIVE_SUBJECTS, NMT_YEARS } from '@abitly/domain'
import type { Translator } from '@abitly/text'
import type { Button, Keyboard, View } from '../view.ts'
import type { GradeAnswer } from './grade-answer.ts'
import { remainingSubjects, subjectsOf } from './grades-state.ts'
import type { GradesState, GradeStep, PickStep } from './grades-state.ts'
import { gradeText } from './grades-texts.ts'

/** Grades of a fictitious student: as many of them are shown as are still missing. */
const SAMPLE = [180, 190, 170, 185]

/** The question of a step with its buttons. `known`: years the linked account has grades of; they are changed there. */
export function gradesPrompt(
  tr: Translator,
  state: GradesState,
  revision: number,
  known: readonly number[] = [],
): View {
  const button = (text: string, answer: GradeAnswer): Button => ({
    text,
    press: { kind: 'answer', revision, answer },
  })
  const cancel = button(tr.text('button-cancel'), { kind: 'cancel' })
  const back = button(tr.text('button-back'), { kind: 'back' })
  switch (state.step) {
    case 'year': {
      const years = NMT_YEARS.toReversed()
        .filter((nmtYear) => !known.includes(nmtYear))
        .map((nmtYear) => button(String(nmtYear), { kind: 'year', nmtYear }))
      return { text: tr.text('grades-year'), keyboard: [...inRows(years, 3), [cancel]] }
    }
    case 'elective': {
      const subjects = ELECTIVE_SUBJECTS(state.nmtYear).map((subject) =>
        button(tr.text('subject-label', { subject }), { kind: 'elective', subject }),
      )
      const text = tr.text('grades-elective', { nmtYear: String(state.nmtYear) })
      return { text, keyboard: [...inRows(subjects, 2), [back, cancel]] }
    }
    case 'pick':
      return pickPrompt(tr, state, button)
    case 'grade': {
      const notPassed = button(tr.text('button-not-passed'), { kind: 'not-passed' })
      return { text: gradePromptText(tr, state), keyboard: [[notPassed], [back, cancel]] }
    }
  }
}

function gradePromptText(tr: Translator, state: GradeStep): string {
  const subjects = subjectsOf(state.nmtYear, state.electives)
  const remaining = remainingSubjects(state)
  const step = String(subjects.findIndex((subject) => subject === remaining[0]) + 1)
  const lines = subjects.map((subject) => {
    const grade = state.grades[subject]
    const name = tr.text('subject-name', { subject })
    if (grade !== undefined) return tr.text('grades-entered', { name, grade: gradeText(tr, grade) })
    return subject === remaining[0] ? tr.text('grades-current', { name }) : name
  })
  const sample = SAMPLE.slice(-remaining.length).join(' ')
  return [
    tr.text('grades-heading', { nmtYear: String(state.nmtYear), step, of: String(subjects.length) }),
    '',
    ...lines,
    '',
    remaining.length > 1 ? tr.text('grades-ask-several', { sample }) : tr.text('grades-ask'),
  ].join('\n')
}

function pickPrompt(
  tr: Translator,
  { nmtYear, electives, grades }: PickStep,
  button: (text: string, answer: GradeAnswer) => Button,
): View {
  const rows = subjectsOf(nmtYear, electives).map((subject) => {
    const grade = grades[subject]
    const label = tr.text('subject-label', { subject })
    const value = grade === undefined ? '—' : gradeText(tr, grade)
    return [button(`${label}: ${value}`, { kind: 'subject', subject })]
  })
  const other = button(tr.text('button-other-elective'), { kind: 'other-elective' })
  const remove: Button = {
    text: tr.text('button-ask-delete-year', { nmtYear: String(nmtYear) }),
    press: { kind: 'ask-delete-grades', nmtYear },
  }
  return {
    text: tr.text('grades-pick', { nmtYear: String(nmtYear) }),
    keyboard: [
      ...rows,
      ...(ELECTIVE_SUBJECTS(nmtYear).length > 0 ? [[other]] : []),
      [remove],
      [button(tr.text('button-cancel'), { kind: 'cancel' })],
    ],
  }
}

function inRows(buttons: readonly Button[], length: number): Keyboard {
  return buttons.flatMap((_, index) => (index % length === 0 ? [buttons.slice(index, index + length)] : []))
}
