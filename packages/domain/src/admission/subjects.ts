/** Every subject of the national test (NMT), in the order people read them. */
export const SUBJECTS = ['ukr', 'math', 'hist', 'lit', 'foreign', 'bio', 'geo', 'phys', 'chem'] as const

/** Code of a test subject; its name in a language belongs to the locales. */
export type SubjectCode = (typeof SUBJECTS)[number]

/** Years of the test whose grades can still be used. */
export const NMT_YEARS = [2022, 2023, 2024, 2025, 2026] as const

/** Year in which the grades were earned. It chooses the formula, whatever the year of the offer. */
export type NmtYear = (typeof NMT_YEARS)[number]

interface TestSubjects {
  /** Everybody takes these. */
  readonly mandatory: readonly SubjectCode[]
  /** One of these is taken besides; empty when the test had none. */
  readonly electives: readonly SubjectCode[]
}

const ELECTIVES_2024: readonly SubjectCode[] = ['lit', 'foreign', 'bio', 'geo', 'phys', 'chem']
const FOUR_SUBJECTS: TestSubjects = { mandatory: ['ukr', 'math', 'hist'], electives: ELECTIVES_2024 }

/** Source: README.md of this package, "Subjects". */
const TESTS: Readonly<Record<NmtYear, TestSubjects>> = {
  2022: { mandatory: ['ukr', 'math', 'hist'], electives: [] },
  2023: { mandatory: ['ukr', 'math'], electives: ['hist', 'foreign', 'bio', 'phys', 'chem'] },
  2024: FOUR_SUBJECTS,
  2025: FOUR_SUBJECTS,
  2026: FOUR_SUBJECTS,
}

/** Subjects that everybody took in the test of that year. */
export function MANDATORY_SUBJECTS(nmtYear: NmtYear): readonly SubjectCode[] {
  return TESTS[nmtYear].mandatory
}

/** Subjects of which one was chosen in the test of that year; empty for 2022. */
export function ELECTIVE_SUBJECTS(nmtYear: NmtYear): readonly SubjectCode[] {
  return TESTS[nmtYear].electives
}

/** True when grades of that year can be used and entered. */
export function isNmtYear(year: number): year is NmtYear {
  return NMT_YEARS.some((known) => known === year)
}

/** True for the code of a test subject. */
export function isSubjectCode(code: string): code is SubjectCode {
  return SUBJECTS.some((known) => known === code)
}
