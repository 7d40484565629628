import type { Applicant, OfferDetails, OfferLook } from '@abitly/database'
import type { Chance } from '@abitly/domain'
import type { Verdict } from '../offer/judge-offer.ts'
import { sameOffer } from '../offer/offer-key.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import { placeInList } from '../offer/place-in-list.ts'
import { ownVerdict, readTold } from '../offer/own-verdict.ts'
import type { Visit } from '../visit.ts'

/** An offer somebody follows, with what it means to them. */
export interface FollowedOffer {
  offer: OfferDetails
  applicants: readonly Applicant[]
  verdict: Verdict
}

/** Reads and judges followed offers, in their order; a few statements, however many there are. */
export async function readFollowed(visit: Visit, followed: readonly OfferKey[]): Promise<FollowedOffer[]> {
  const { repos } = visit
  const told = await readTold(visit)
  const details = await repos.offers.several(followed)
  const lists = await repos.applicants.ofOffers(followed)
  return followed.flatMap((one, index) => {
    const offer = details.find((found) => sameOffer(found, one))
    const applicants = lists[index] ?? []
    return offer === undefined ? [] : [{ offer, applicants, verdict: ownVerdict(told, offer, applicants) }]
  })
}

/** The chance with the student's priority, or else the best one; null where none can be told. */
export function chanceOf({ verdict }: FollowedOffer): Chance | null {
  return verdict.kind === 'scored' ? verdict.first : null
}

/** What a list shows of an offer, to compare later looks with. */
export function lookAt(followed: FollowedOffer, now: Date): OfferLook {
  const { offer, verdict } = followed
  return {
    offerId: offer.offerId,
    year: offer.year,
    ...placeInList(chanceOf(followed)),
    score: verdict.kind === 'scored' ? verdict.score.first : null,
    dataAt: offer.dataAt,
    seenAt: now,
  }
}
