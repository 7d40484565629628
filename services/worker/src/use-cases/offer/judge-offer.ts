import type { Applicant, NmtResult, OfferDetails, Preferences } from '@abitly/database'
import { admissionChance, isNmtYear, offerScore } from '@abitly/domain'
import type { Chance, OfferScore, Scored, ScoreRefusal } from '@abitly/domain'
import { budgetPlaces } from './budget-places.ts'

/** What an offer means to one student. */
export type Verdict =
  | { kind: 'no-grades' }
  | { kind: 'refused'; nmtYear: number; refusal: ScoreRefusal }
  | {
      kind: 'scored'
      score: Scored
      /** With priority 1 or 2; null while the number of places is unknown. */
      first: Chance | null
      /** With priority 3 and later; null when it is the same as `first`, or unknown. */
      later: Chance | null
      /** The priority the student's application will have; null: not told. */
      priority: Preferences['priority']
      quota: Preferences['quota']
    }

interface Attempt {
  nmtYear: number
  score: OfferScore
}

const NOTHING_SAID: Preferences = { priority: null, quota: null }

/** Score and chance by the results that serve the student best. */
export function judgeOffer(
  offer: OfferDetails,
  results: readonly NmtResult[],
  applicants: readonly Applicant[],
  preferences: Preferences = NOTHING_SAID,
): Verdict {
  const best = bestAttempt(attemptsAt(offer, results))
  if (best === undefined) return { kind: 'no-grades' }
  const { nmtYear, score } = best
  if (score.kind === 'refused') return { kind: 'refused', nmtYear, refusal: score }
  const chance = (myScore: number): Chance | null => chanceAt(offer, applicants, myScore)
  return {
    kind: 'scored',
    score,
    first: chance(score.first),
    later: score.gkMatters ? chance(score.later) : null,
    ...preferences,
  }
}

/** One attempt per year of the test. */
function attemptsAt(offer: OfferDetails, results: readonly NmtResult[]): Attempt[] {
  const rules = { ...offer, specialityCode: offer.speciality.code }
  return results.flatMap(({ nmtYear, grades }) =>
    isNmtYear(nmtYear) ? [{ nmtYear, score: offerScore({ nmtYear, grades, offer: rules }) }] : [],
  )
}

/**
 * The best score, of later years too: who looks at a former campaign asks what their grades would have been worth.
 * Without any, the refusal that says most: the newest year that is accepted at all.
 */
function bestAttempt(attempts: readonly Attempt[]): Attempt | undefined {
  const points = ({ score }: Attempt): number => {
    if (score.kind === 'scored') return score.first
    return score.reason === 'NMT_YEAR_NOT_ACCEPTED' ? -2 : -1
  }
  return attempts.toSorted((a, b) => points(b) - points(a) || b.nmtYear - a.nmtYear)[0]
}

function chanceAt(offer: OfferDetails, applications: readonly Applicant[], myScore: number): Chance | null {
  const places = budgetPlaces(offer)
  if (places === null) return null
  const lastYear = offer.lastYear?.minEnrolledBudget ?? null
  return admissionChance({ applications, myScore, places, minimum: offer.minScore.budget, lastYear })
}
