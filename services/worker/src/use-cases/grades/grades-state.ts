import { ELECTIVE_SUBJECTS, MANDATORY_SUBJECTS, NMT_YEARS, SUBJECTS } from '@abitly/domain'
import type { NmtYear, SubjectCode } from '@abitly/domain'
import { z } from 'zod'

/** Name of this dialogue in the `dialogues` table. */
export const GRADES_DIALOGUE = 'grades'

const grades = z.partialRecord(z.enum(SUBJECTS), z.int())
const offerKey = z.object({ offerId: z.int(), year: z.int() }).nullable()
/** `corrects`: the saved grades that are being corrected; null when they are entered anew. */
const entry = { nmtYear: z.literal(NMT_YEARS), corrects: grades.nullable(), grades, from: offerKey }

/** Where the dialogue stands; `from` is the offer to open at its end. */
const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('year'), from: offerKey }),
  z.object({ step: z.literal('elective'), ...entry }),
  z.object({ step: z.literal('grade'), electives: z.array(z.enum(SUBJECTS)), ...entry }),
  z.object({ step: z.literal('pick'), electives: z.array(z.enum(SUBJECTS)), ...entry }),
])

/** The state as it is kept between two updates. */
export const savedGradesState = z.object({ step, askedAt: z.int() })

export type GradesState = z.infer<typeof step>
export type Entered = z.infer<typeof grades>
export type GradeStep = Extract<GradesState, { step: 'grade' }>
export type PickStep = Extract<GradesState, { step: 'pick' }>

/** The subjects of a test in the order in which they are asked. */
export function subjectsOf(nmtYear: NmtYear, electives: readonly SubjectCode[]): SubjectCode[] {
  return [...MANDATORY_SUBJECTS(nmtYear), ...electives]
}

/** The subjects that still lack a grade; the first is the one being asked. */
export function remainingSubjects({ nmtYear, electives, grades }: GradeStep): SubjectCode[] {
  return subjectsOf(nmtYear, electives).filter((subject) => grades[subject] === undefined)
}

/** Which subjects of a result were chosen, not taken by everybody. */
export function electivesIn(nmtYear: NmtYear, result: Entered): SubjectCode[] {
  return ELECTIVE_SUBJECTS(nmtYear).filter((subject) => result[subject] !== undefined)
}
