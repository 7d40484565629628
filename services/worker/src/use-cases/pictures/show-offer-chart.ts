import type { Translator } from '@abitly/text'
import { pictureDigest } from '../../pictures/picture-digest.ts'
import { ownVerdict, readTold } from '../offer/own-verdict.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import type { Button, Keyboard } from '../view.ts'
import type { Visit } from '../visit.ts'
import { offerCaption } from './offer-caption.ts'
import { offerFigures } from './offer-figures.ts'
import { offerPicture } from './offer-picture.ts'
import type { PictureStep, PictureView } from './picture-view.ts'
import { refreshPicture, sendPicture } from './replace-picture.ts'

/** The button under an offer that asks for its chart. */
export const offerChartButton = (tr: Translator, offer: OfferKey): Button => ({
  text: tr.text('button-chart'),
  press: { kind: 'offer-chart', offer, refresh: false },
})

/**
 * The applicants of an offer as a chart.
 * @param refreshed the picture that asks for fresh data of itself; null: it is out of reach. Absent: a new picture.
 */
export async function showOfferChart(
  visit: Visit,
  key: OfferKey,
  refreshed?: { messageId: number | null },
): Promise<PictureStep> {
  const picture = await chartOf(visit, key)
  if (picture === null) return { kind: 'toast', toast: visit.tr.text('toast-chart-empty') }
  return refreshed === undefined
    ? sendPicture(visit, picture)
    : refreshPicture(visit, picture, refreshed.messageId)
}

/** Null: there is no such offer any more, or nobody has applied. */
async function chartOf(visit: Visit, key: OfferKey): Promise<PictureView | null> {
  const { repos, tr, now } = visit
  const offer = await repos.offers.find(key.offerId, key.year)
  if (offer === null) return null
  const applicants = await repos.applicants.ofOffer(offer.offerId, offer.year)
  const verdict = ownVerdict(await readTold(visit), offer, applicants)
  const page = { tr, offer, applicants, verdict, now }
  const figures = offerFigures(offer, applicants, verdict)
  const spec = offerPicture(page, figures)
  if (spec === null) return null
  return {
    ...{ spec, digest: pictureDigest(spec), subject: `offer:${offer.offerId}:${offer.year}` },
    caption: offerCaption(page, figures),
    keyboard: chartKeyboard(tr, key),
  }
}

function chartKeyboard(tr: Translator, offer: OfferKey): Keyboard {
  return [
    [
      { text: tr.text('button-chart-refresh'), press: { kind: 'offer-chart', offer, refresh: true } },
      { text: tr.text('button-to-offer'), press: { kind: 'offer', offer, list: [] } },
    ],
  ]
}
