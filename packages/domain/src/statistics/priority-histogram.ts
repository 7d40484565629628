import type { Application } from '../ranking/application.ts'

/** How often each priority was given. The parts add up to `of`. */
export interface PriorityHistogram {
  /** Priorities 1 to 5, in this order. */
  readonly counts: readonly [number, number, number, number, number]
  /** Priority 6 and later: campaigns with one line of priorities for budget and contract have them. */
  readonly later: number
  /** The list does not tell. */
  readonly unknown: number
  readonly of: number
}

/** Counts the priorities of applications that have been chosen already: see `competitorsOf`. */
export function priorityHistogram(applications: readonly Pick<Application, 'priority'>[]): PriorityHistogram {
  const count = (wanted: number): number => applications.filter(({ priority }) => priority === wanted).length
  const counts = [count(1), count(2), count(3), count(4), count(5)] as const
  const unknown = applications.filter(({ priority }) => priority === null).length
  const later = applications.length - unknown - counts.reduce((sum, n) => sum + n, 0)
  return { counts, later, unknown, of: applications.length }
}
