import type { OfferDetails } from '@abitly/database'
import { sameOffer } from '../offer/offer-key.ts'
import type { Visit } from '../visit.ts'
import type { PlanContent } from './plan-content.ts'

/** The offers of a plan by priority; a catalogue may have lost some since it was made. */
export async function offersOf({ repos }: Visit, { entries, year }: PlanContent): Promise<OfferDetails[]> {
  const found = await repos.offers.several(entries.map(({ offerId }) => ({ offerId, year })))
  return entries.flatMap(({ offerId }) => found.find((offer) => offer.offerId === offerId) ?? [])
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
