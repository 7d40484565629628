import type { NmtResult } from '@abitly/database'
import { menuButton } from './buttons.ts'
import type { OfferKey } from './offer/offer-key.ts'
import { notFoundView } from './offer/missing-offer-views.ts'
import { describeOffer } from './show-offer.ts'
import type { Keyboard, View } from './view.ts'
import type { Visit } from './visit.ts'

/** An offer with everything a view can show: informatics at Lviv university, 2025. */
const EXAMPLE_OFFER: OfferKey = { offerId: 1481286, year: 2025 }

const EXAMPLE_RESULT: NmtResult = {
  nmtYear: 2025,
  source: 'own',
  grades: { ukr: 180, math: 190, hist: 170, phys: 185 },
}

/** Value before questions: a real offer with made-up grades, and the way to one's own. */
export async function showExample(visit: Visit): Promise<View> {
  const { repos, tr } = visit
  const offer = await repos.offers.find(EXAMPLE_OFFER.offerId, EXAMPLE_OFFER.year)
  if (offer === null) return notFoundView(tr, EXAMPLE_OFFER)
  const grades = Object.values(EXAMPLE_RESULT.grades).join(' · ')
  const keyboard: Keyboard = [
    [
      {
        text: tr.text('button-add-own-grades'),
        press: { kind: 'grades', from: EXAMPLE_OFFER },
        style: 'primary',
      },
    ],
    [{ text: tr.text('button-site'), url: offer.officialUrl }, menuButton(tr)],
  ]
  const text = await describeOffer(visit, offer, [EXAMPLE_RESULT])
  return { text: `${tr.text('offer-example', { grades })}\n\n${text}`, keyboard }
}
