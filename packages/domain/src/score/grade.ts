/** The lowest grade of a passed test. Below it the subject counts as not passed. */
export const MIN_GRADE = 100

/** The highest grade of a test. */
export const MAX_GRADE = 200

/** The most test points any subject gives (history of Ukraine, 54): they are not grades. */
const MAX_TEST_POINTS = 54

/** What a number that should be an NMT grade turns out to be. */
export type GradeCheck = 'ok' | 'not-passed' | 'looks-like-test-points' | 'out-of-range' | 'not-integer'

/**
 * Judges a number entered as an NMT grade: 100 to 200 is a grade, 0 is how "not passed" is stored,
 * 1 to 54 are most likely test points, which the applicant's cabinet shows beside the grade.
 */
export function checkGrade(value: number): GradeCheck {
  if (!Number.isInteger(value)) return 'not-integer'
  if (value >= MIN_GRADE && value <= MAX_GRADE) return 'ok'
  if (value === 0) return 'not-passed'
  return value > 0 && value <= MAX_TEST_POINTS ? 'looks-like-test-points' : 'out-of-range'
}
