import type { NmtResult, OfferDetails } from '@abitly/database'
import { pageWith } from './my-offers/pages.ts'
import { judgeOffer } from './offer/judge-offer.ts'
import type { Verdict } from './offer/judge-offer.ts'
import { offerKeyboard } from './offer/offer-keyboard.ts'
import { sameOffer } from './offer/offer-key.ts'
import type { OfferKey } from './offer/offer-key.ts'
import type { OfferOrigin } from './offer/offer-origin.ts'
import { notFoundView } from './offer/missing-offer-views.ts'
import { offerText } from './offer/offer-view.ts'
import type { OfferPage } from './offer/offer-view.ts'
import type { View } from './view.ts'
import type { Visit } from './visit.ts'

/** One offer with what it means to this student. `list`: where it was chosen. */
export async function showOffer(visit: Visit, key: OfferKey, list: OfferOrigin = []): Promise<View> {
  const offer = await visit.repos.offers.find(key.offerId, key.year)
  return offer === null ? notFoundView(visit.tr, key) : viewOffer(visit, offer, list)
}

/** The same for an offer that has been read already. */
export async function viewOffer(visit: Visit, offer: OfferDetails, list: OfferOrigin = []): Promise<View> {
  const { repos, student, tr, settings } = visit
  const results = await repos.grades.ofStudent(student.chatId)
  const followed = await repos.tracking.list(student.chatId)
  const index = followed.findIndex((one) => sameOffer(one, offer))
  const page = await offerPage(visit, offer, results)
  const keyboard = offerKeyboard(tr, offer, {
    hasGrades: results.length > 0,
    following: index >= 0,
    list,
    myPage: followed.length === 0 ? null : pageWith(index),
    otherPriority: otherPriority(page.verdict),
    signInUrl: student.webUserId === null ? settings.accountLinkUrl : null,
  })
  return { text: offerText(page), keyboard }
}

/** The text of an offer for these test results. */
export async function describeOffer(
  visit: Visit,
  offer: OfferDetails,
  results: readonly NmtResult[],
): Promise<string> {
  return offerText(await offerPage(visit, offer, results))
}

async function offerPage(
  { repos, student, tr, now }: Visit,
  offer: OfferDetails,
  results: readonly NmtResult[],
): Promise<OfferPage> {
  const applicants = await repos.applicants.ofOffer(offer.offerId, offer.year)
  const preferences = await repos.preferences.of(student.chatId)
  return { tr, offer, applicants, verdict: judgeOffer(offer, results, applicants, preferences), now }
}

/** What to count with instead; of two that are shown, the higher one first. */
function otherPriority(verdict: Verdict): 'first' | 'later' | null {
  if (verdict.kind !== 'scored' || !verdict.score.gkMatters) return null
  return verdict.priority === 'first' ? 'later' : 'first'
}
