import type { NmtResult } from '@abitly/database'
import { SUBJECTS } from '@abitly/domain'
import type { SubjectCode } from '@abitly/domain'
import { counted, NO_BREAK_SPACE } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Entered } from './grades-state.ts'
import type { TypedGrades } from './typed-grades.ts'

/** «180», or that the test was not passed. */
export function gradeText(tr: Translator, grade: number): string {
  return grade === 0 ? tr.text('grade-not-passed') : String(grade)
}

/** «Українська мова 180 · Математика 190» */
export function gradesLine(tr: Translator, subjects: readonly SubjectCode[], grades: Entered): string {
  return subjects
    .flatMap((subject) => {
      const grade = grades[subject]
      return grade === undefined ? [] : [subjectWithGrade(tr, subject, grade)]
    })
    .join(' · ')
}

/** The grades of one year, a line each, and where they come from. */
export function resultText(tr: Translator, { nmtYear, source, grades }: NmtResult): string {
  const key = source === 'account' ? 'my-grades-account-year' : 'my-grades-year'
  const lines = SUBJECTS.flatMap((subject) => {
    const grade = grades[subject]
    return grade === undefined ? [] : [subjectWithGrade(tr, subject, grade)]
  })
  return [tr.text(key, { nmtYear: String(nmtYear) }), ...lines].join('\n')
}

/** «Математика 190», «Математика — не складено»: without the dash the second would be wrong Ukrainian. */
function subjectWithGrade(tr: Translator, subject: SubjectCode, grade: number): string {
  const gap = grade === 0 ? `${NO_BREAK_SPACE}— ` : ' '
  return `${tr.text('subject-name', { subject })}${gap}${gradeText(tr, grade)}`
}

/** What is wrong with a typed answer, and what is accepted instead. */
export function problemText(
  tr: Translator,
  problem: Exclude<TypedGrades, { kind: 'grades' }>,
  remaining: readonly SubjectCode[],
): string {
  switch (problem.kind) {
    case 'no-number':
      return tr.text('grades-no-number')
    case 'out-of-range':
      return tr.text('grades-out-of-range')
    case 'test-points':
      return tr.text('grades-test-points', { value: String(problem.value) })
    case 'other-subjects': {
      const subjects = remaining.map((subject) => tr.text('subject-short', { subject })).join(', ')
      return tr.text('grades-other-subjects', { subjects })
    }
    case 'too-many':
      return tr.text('grades-too-many', {
        ...counted(tr, 'given', problem.given),
        ...counted(tr, 'left', remaining.length),
        subjects: remaining.map((subject) => tr.text('subject-short', { subject })).join(', '),
      })
  }
}
