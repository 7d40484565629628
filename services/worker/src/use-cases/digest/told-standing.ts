import type { Applicant, OfferDetails, OfferStanding, OfferState, Preferences } from '@abitly/database'
import type { Verdict } from '../offer/judge-offer.ts'
import { placeInList } from '../offer/place-in-list.ts'
import { resultAt } from '../offer/shown-result.ts'

/** A judged offer. */
export interface JudgedOffer {
  offer: OfferDetails
  applicants: readonly Applicant[]
  verdict: Verdict
}

/** What can be told of an offer now: with the student's own priority, else with the best one. */
export function standingOf(
  { offer, applicants, verdict }: JudgedOffer,
  { priority }: Preferences,
  { cutoff, revision }: OfferState,
): OfferStanding {
  const result = verdict.kind === 'scored' ? resultAt(verdict, priority ?? 'first') : null
  return {
    offerId: offer.offerId,
    year: offer.year,
    ...placeInList(result?.chance ?? null),
    score: result?.score ?? null,
    cutoff,
    // The published counter may be older than the list.
    applied: applicants.length > 0 ? applicants.length : offer.statistics.applied,
    revision,
  }
}
