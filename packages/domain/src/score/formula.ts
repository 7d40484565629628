import type { NmtYear } from '../admission/subjects.ts'

/** How the grades of one year's test become a score. */
export interface Formula {
  /** How many subjects count. */
  readonly subjects: 3 | 4
  /**
   * What the weighted sum is divided by. 'weights': the sum of weights, also where it should be 1.
   * 'weights-with-k4max': the elective counts in it with the mean of its own and the largest weight.
   */
  readonly divisor: 'weights' | 'weights-with-k4max'
  /** When preparatory-course points join. */
  readonly ou: 'before-multipliers' | 'after-multipliers'
}

const SINCE_2025: Formula = { subjects: 4, divisor: 'weights-with-k4max', ou: 'before-multipliers' }

/**
 * Source: README.md, "Score". The order of the points is verified for 2023 (48 of 48 official rows) and
 * taken to hold for the other years.
 */
export const FORMULAS: Readonly<Record<NmtYear, Formula>> = {
  2022: { subjects: 3, divisor: 'weights', ou: 'before-multipliers' },
  2023: { subjects: 3, divisor: 'weights', ou: 'before-multipliers' },
  2024: { subjects: 4, divisor: 'weights', ou: 'before-multipliers' },
  2025: SINCE_2025,
  2026: SINCE_2025,
}
