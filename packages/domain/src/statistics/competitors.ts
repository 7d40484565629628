import type { Application } from '../ranking/application.ts'
import { candidatesOf, onePerApplicant } from '../ranking/candidates.ts'

/**
 * The applications that are counted for one kind of places: for the budget the general line, as ranks count it
 * (no quotas, no interviews); for a contract all active ones, one per applicant. In no order.
 */
export function competitorsOf(
  applications: readonly Application[],
  funding: Application['funding'],
): readonly Application[] {
  return funding === 'budget' ? candidatesOf(applications).general : onePerApplicant(applications, funding)
}
