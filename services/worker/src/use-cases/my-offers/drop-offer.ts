import { myOffersButton } from '../buttons.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import type { Outcome, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { listMyOffers } from './list-my-offers.ts'
import { nothingFollowedView } from './nothing-followed.ts'
import { choiceRows } from './offer-choice.ts'

/** Which of the followed offers to give up. */
export async function chooseDrop({ repos, student, tr }: Visit, page: number): Promise<View> {
  const offers = await repos.tracking.list(student.chatId)
  if (offers.length === 0) return nothingFollowedView(tr)
  const rows = choiceRows(tr, {
    offers,
    page,
    pressOf: (offer, here) => ({ kind: 'drop', offer, page: here }),
    turnTo: (other) => ({ kind: 'drop-list', page: other }),
  })
  return { text: tr.text('my-drop'), keyboard: [...rows, [myOffersButton(tr, page)]] }
}

/** Gives one up and shows what is left. Twice is the same as once. */
export async function dropOffer(visit: Visit, { offerId, year }: OfferKey, page: number): Promise<Outcome> {
  await visit.repos.tracking.remove(visit.student.chatId, offerId, year)
  return { view: await listMyOffers(visit, page), toast: visit.tr.text('toast-unfollowed') }
}
