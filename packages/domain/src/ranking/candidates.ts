import { type Application, isActiveStatus, type Quota } from './application.ts'

/** Everybody who competes for the budget places of one offer, by the line they stand on. */
export interface Candidates {
  readonly general: readonly Application[]
  readonly quotas: Readonly<Record<Quota, readonly Application[]>>
  /** Interview applicants without a quota. */
  readonly interviews: readonly Application[]
}

/**
 * Candidates of an offer: active applications for a budget place, one per applicant (the best score),
 * without the student, quota and interview applicants apart. Source: README.md, "Rank and chance".
 * @param myKey the student's own key, when known
 * @param funding whose applications; default: those for a budget place
 */
export function candidatesOf(
  applications: readonly Application[],
  myKey?: string | null,
  funding: Application['funding'] = 'budget',
): Candidates {
  const candidates = onePerApplicant(applications, funding).filter(
    ({ applicantKey }) => applicantKey !== myKey,
  )
  return {
    general: candidates.filter(({ quota, interview }) => quota === null && !interview),
    quotas: {
      Q1: candidates.filter(({ quota }) => quota === 'Q1'),
      Q2: candidates.filter(({ quota }) => quota === 'Q2'),
    },
    interviews: candidates.filter(({ quota, interview }) => quota === null && interview),
  }
}

/** The active applications for one kind of places, of each applicant the one with the best score. */
export function onePerApplicant(
  applications: readonly Application[],
  funding: Application['funding'],
): Application[] {
  const best = new Map<string, Application>()
  for (const application of applications) {
    if (application.funding !== funding || !isActiveStatus(application.status)) continue
    const known = best.get(application.applicantKey)
    if (known === undefined || application.score > known.score)
      best.set(application.applicantKey, application)
  }
  return [...best.values()]
}
