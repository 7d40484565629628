import { type SubjectCode, SUBJECTS } from '../admission/subjects.ts'
import { MIN_GRADE } from '../score/grade.ts'

/** Grades of one test at a glance. */
export interface GradeSummary {
  /** Mean of the passed subjects in hundredths: 18125 is 181.25; rounded half up. */
  readonly averageHundredths: number
  /** The best subjects, best first; equal ones in the order in which subjects are named. */
  readonly strongest: readonly { readonly subject: SubjectCode; readonly grade: number }[]
  /** Subjects that were taken and not passed: they are in no mean. */
  readonly notPassed: readonly SubjectCode[]
}

/** How many subjects are named as the strongest. */
const STRONGEST = 2

/** Mean and strongest subjects of a test; null when nothing was passed. */
export function gradeSummary(grades: Readonly<Partial<Record<SubjectCode, number>>>): GradeSummary | null {
  const taken = SUBJECTS.flatMap((subject) => {
    const grade = grades[subject]
    return grade === undefined ? [] : [{ subject, grade }]
  })
  const passed = taken.filter(({ grade }) => grade >= MIN_GRADE)
  if (passed.length === 0) return null
  const sum = passed.reduce((total, { grade }) => total + grade, 0)
  return {
    averageHundredths: Math.floor((200 * sum + passed.length) / (2 * passed.length)),
    strongest: [...passed].sort((a, b) => b.grade - a.grade).slice(0, STRONGEST),
    notPassed: taken.filter(({ grade }) => grade < MIN_GRADE).map(({ subject }) => subject),
  }
}
