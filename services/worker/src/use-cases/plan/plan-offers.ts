import type { OfferDetails } from '@abitly/database'
import { entryAt, judgedOffer } from './judge-candidates.ts'
import type { PlanEntry } from './judge-candidates.ts'
import { sameOffer } from '../offer/offer-key.ts'
import type { Visit } from '../visit.ts'
import type { PlanContent } from './plan-content.ts'

/** The offers of a plan by priority; a catalogue may have lost some since it was made. */
export async function offersOf({ repos }: Visit, { entries, year }: PlanContent): Promise<OfferDetails[]> {
  const found = await repos.offers.several(entries.map(({ offerId }) => ({ offerId, year })))
  return entries.flatMap(({ offerId }) => found.find((offer) => offer.offerId === offerId) ?? [])
}

/**
 * What the plan says today of each offer, by its id: grades and lists may have changed since it was made. Nothing of
 * those that no application makes sense to any more.
 */
export async function entriesOf(
  { repos, student }: Visit,
  { entries, wishes }: PlanContent,
  offers: readonly OfferDetails[],
): Promise<ReadonlyMap<number, PlanEntry>> {
  const results = await repos.grades.ofStudent(student.chatId)
  const lists = await repos.applicants.ofOffers(offers)
  const judged = offers.flatMap(
    (offer, index) => judgedOffer(offer, lists[index] ?? [], results, wishes) ?? [],
  )
  const placeOf = (id: number): number => entries.findIndex(({ offerId }) => offerId === id)
  return new Map(judged.map((one) => [one.offerId, entryAt(one, placeOf(one.offerId), wishes)]))
}

/** Those of them that are not followed yet, as far as there is room. */
export async function offersToFollow(
  { repos, student, settings }: Visit,
  offers: readonly OfferDetails[],
): Promise<OfferDetails[]> {
  const followed = await repos.tracking.list(student.chatId)
  const room = Math.max(0, settings.monitoredOffersLimit - followed.length)
  return offers.filter((offer) => !followed.some((one) => sameOffer(one, offer))).slice(0, room)
}
