import { followOffer } from './digest/tell-offers.ts'
import { followingToast } from './following-toast.ts'
import { notFoundView } from './offer/missing-offer-views.ts'
import type { OfferKey } from './offer/offer-key.ts'
import type { OfferOrigin } from './offer/offer-origin.ts'
import { viewOffer } from './show-offer.ts'
import { offerSwap } from './swap-offer.ts'
import type { Outcome } from './view.ts'
import type { Visit } from './visit.ts'

/** Follows an offer; asks which one to give up when all places are taken. Twice is the same as once. */
export async function trackOffer(visit: Visit, key: OfferKey, list: OfferOrigin = []): Promise<Outcome> {
  const { repos, student, tr, settings } = visit
  const offer = await repos.offers.find(key.offerId, key.year)
  if (offer === null) return { view: notFoundView(tr, key) }
  const { chatId } = student
  const follows = await repos.tracking.has(chatId, key.offerId, key.year)
  if (!follows && (await repos.tracking.count(chatId)) >= settings.monitoredOffersLimit) {
    return { view: await offerSwap(visit, offer) }
  }
  await followOffer(visit, offer)
  return { view: await viewOffer(visit, offer, list), toast: await followingToast(visit) }
}

/** Stops following an offer. Twice is the same as once. */
export async function untrackOffer(visit: Visit, key: OfferKey, list: OfferOrigin = []): Promise<Outcome> {
  const { repos, student, tr } = visit
  await repos.tracking.remove(student.chatId, key.offerId, key.year)
  const offer = await repos.offers.find(key.offerId, key.year)
  const view = offer === null ? notFoundView(tr, key) : await viewOffer(visit, offer, list)
  return { view, toast: tr.text('toast-unfollowed') }
}
