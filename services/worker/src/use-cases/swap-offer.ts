import type { OfferDetails } from '@abitly/database'
import { counted } from '@abitly/text'
import { followOffer } from './digest/tell-offers.ts'
import { followingToast } from './following-toast.ts'
import { choiceRows } from './my-offers/offer-choice.ts'
import { keyOf, sameOffer } from './offer/offer-key.ts'
import type { OfferKey } from './offer/offer-key.ts'
import { notFoundView } from './offer/missing-offer-views.ts'
import { offerName, offerTitle } from './offer/offer-names.ts'
import { showOffer, viewOffer } from './show-offer.ts'
import type { Button, Outcome, View } from './view.ts'
import type { Visit } from './visit.ts'

/** The limit as a swap, not as a wall: which of the followed offers to give up for the new one. */
export async function offerSwap(
  { repos, student, tr, settings }: Visit,
  offer: OfferDetails,
  page = 0,
): Promise<View> {
  const followed = await repos.tracking.list(student.chatId)
  const limit = settings.monitoredOffersLimit
  const key = keyOf(offer)
  const rows = choiceRows(tr, {
    offers: followed,
    page,
    pressOf: (replaced) => ({ kind: 'swap', offer: key, replaced }),
    turnTo: (other) => ({ kind: 'swap-list', offer: key, page: other }),
  })
  const keep: Button = { text: tr.text('button-keep'), press: { kind: 'offer', offer: key, list: [] } }
  return {
    text: tr.text('track-limit', {
      ...counted(tr, 'limit', limit),
      // Nobody says «all 1» or «all 2».
      slotsForm: limit === 1 ? 'one' : limit === 2 ? 'two' : 'other',
      offer: offerTitle(offerName(tr.language, offer)),
    }),
    keyboard: [...rows, [keep]],
  }
}

/** Another page of the offers to give up. */
export async function turnSwap(visit: Visit, key: OfferKey, page: number): Promise<View> {
  const { repos, student, tr, settings } = visit
  const offer = await repos.offers.find(key.offerId, key.year)
  if (offer === null) return notFoundView(tr, key)
  const followed = await repos.tracking.list(student.chatId)
  const isAsked =
    followed.length >= settings.monitoredOffersLimit && !followed.some((old) => sameOffer(old, key))
  return isAsked ? offerSwap(visit, offer, page) : viewOffer(visit, offer)
}

/**
 * Follows `key` in place of `replaced`. A second press finds the work done; a press on a list that has changed
 * since shows it anew.
 */
export async function swapOffer(visit: Visit, key: OfferKey, replaced: OfferKey): Promise<Outcome> {
  const { repos, student, tr, settings } = visit
  const { chatId } = student
  const offer = await repos.offers.find(key.offerId, key.year)
  if (offer === null) return { view: notFoundView(tr, key) }
  const followed = await repos.tracking.list(chatId)
  const isNew = !followed.some((old) => sameOffer(old, key))
  const replaces = isNew && followed.length >= settings.monitoredOffersLimit
  if (replaces && !followed.some((old) => sameOffer(old, replaced)))
    return { view: await offerSwap(visit, offer), toast: tr.text('toast-refreshed') }
  if (replaces) await repos.tracking.remove(chatId, replaced.offerId, replaced.year)
  if (isNew) await followOffer(visit, offer)
  const toast = await followingToast(visit, replaces ? 'toast-replaced' : 'toast-following')
  return { view: await showOffer(visit, key), toast }
}
