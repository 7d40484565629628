/** НМТ subjects by the code every table uses. */
export const SUBJECT_CODES = ['ukr', 'math', 'hist', 'lit', 'foreign', 'bio', 'geo', 'phys', 'chem'] as const

/** One НМТ subject. */
export type SubjectCode = (typeof SUBJECT_CODES)[number]

/** Grades by subject: 100–200, or 0 for a test that was taken and not passed. */
export type Grades = Partial<Record<SubjectCode, number>>
