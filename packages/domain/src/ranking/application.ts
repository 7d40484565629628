import type { Score } from '../score/score.ts'

/** Special-category places inside the budget ones: Q1 by category of person, Q2 by territory. */
export type Quota = 'Q1' | 'Q2'

/** One application to an offer, as a rating list shows it. */
export interface Application {
  readonly score: Score
  /** 1 is the most wanted; null when the list does not tell. */
  readonly priority: number | null
  /** EDBO status id, 1 to 16. */
  readonly status: number
  readonly quota: Quota | null
  /** Admitted by an interview instead of the test: competes on a line of its own. */
  readonly interview: boolean
  readonly funding: 'budget' | 'contract'
  /** Tells applicants apart; says nothing about who they are. */
  readonly applicantKey: string
}

/**
 * EDBO statuses with which an application takes part: submitted 1, on hold 2, registered 5, admitted 6,
 * recommended 9 (budget) and 12 (contract), admitted to contract 11, in the order 14. The rest are
 * cancelled, refused, rejected, expelled or deactivated. Source: README.md, "Statuses".
 */
const ACTIVE_STATUSES: ReadonlySet<number> = new Set([1, 2, 5, 6, 9, 11, 12, 14])

/** Statuses that settle where an applicant goes: recommended to a budget place, in the enrolment order. */
const SETTLED_STATUSES: ReadonlySet<number> = new Set([9, 14])

/** True when an application with this EDBO status still takes part in the competition. */
export function isActiveStatus(status: number): boolean {
  return ACTIVE_STATUSES.has(status)
}

/** True when an applicant with this EDBO status stays, whatever the priority. */
export function isSettledStatus(status: number): boolean {
  return SETTLED_STATUSES.has(status)
}
