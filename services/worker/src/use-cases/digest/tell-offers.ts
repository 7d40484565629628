import type { OfferState } from '@abitly/database'
import { readFollowed } from '../my-offers/followed-offer.ts'
import { keyOf, sameOffer } from '../offer/offer-key.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import type { Visit } from '../visit.ts'
import { standingOf } from './told-standing.ts'
import type { JudgedOffer } from './told-standing.ts'

/** Follows an offer. The student sees it at this moment: the first digest tells what is different from then on. */
export async function followOffer(visit: Visit, offer: OfferKey): Promise<void> {
  const { repos, student, now } = visit
  const key = keyOf(offer)
  if ((await repos.tracking.add(student.chatId, key.offerId, key.year, now)) === 'already') return
  const states = await repos.offerTold.states([key])
  await tellOffers(visit, await readFollowed(visit, [key]), states)
}

/** Keeps what the student is shown of followed offers: a digest does not repeat it. */
export async function tellOffers(
  { repos, student: { chatId }, now }: Visit,
  offers: readonly JudgedOffer[],
  states: readonly OfferState[],
): Promise<void> {
  if (offers.length === 0) return
  const preferences = await repos.preferences.of(chatId)
  const told = offers.flatMap((judged) => {
    const state = states.find((one) => sameOffer(one, judged.offer))
    return state === undefined ? [] : [{ chatId, ...standingOf(judged, preferences, state) }]
  })
  await repos.offerTold.record(told, now)
}
