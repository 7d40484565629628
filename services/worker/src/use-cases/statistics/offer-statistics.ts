import type { OfferFigures } from '@abitly/database'
import { displayName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { dataLinesOf } from '../my-offers/data-line.ts'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'
import { listNames } from '../my-offers/list-names.ts'
import { notFoundView } from '../offer/missing-offer-views.ts'
import { keyOf } from '../offer/offer-key.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import { ownVerdict, readTold } from '../offer/own-verdict.ts'
import { offerChartButton } from '../pictures/show-offer-chart.ts'
import type { Button, Keyboard, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { campaignLines, placeLines, yearLines } from './figure-lines.ts'
import { scoreLines } from './score-lines.ts'

/** Applications, scores, places and former years of one offer. */
export async function showOfferStatistics(visit: Visit, key: OfferKey): Promise<View> {
  const { repos, tr } = visit
  const offer = await repos.offers.find(key.offerId, key.year)
  const figures = await repos.offers.figures(key.offerId, key.year)
  if (offer === null || figures === null) return notFoundView(tr, key)
  const applicants = await repos.applicants.ofOffer(key.offerId, key.year)
  const judged = { offer, applicants, verdict: ownVerdict(await readTold(visit), offer, applicants) }
  return { text: figuresText(visit, judged, figures), keyboard: keyboardOf(tr, keyOf(offer)) }
}

function figuresText({ tr, now }: Visit, judged: FollowedOffer, figures: OfferFigures): string {
  const { offer } = judged
  const [name] = listNames(tr, [offer])
  const code = displayName(offer.speciality.code)
  const sections = [
    campaignLines(tr, judged, figures),
    scoreLines(tr, judged, figures),
    placeLines(tr, offer),
    yearLines(tr, figures.history),
  ].filter((lines) => lines.length > 0)
  return [
    tr.text('offer-statistics', { ...name, code, year: String(offer.year) }),
    ...sections.map((lines) => lines.join('\n')),
    dataLinesOf(tr, [judged], now).join('\n'),
  ].join('\n\n')
}

function keyboardOf(tr: Translator, offer: OfferKey): Keyboard {
  const open: Button = { text: tr.text('button-back-to-offer'), press: { kind: 'offer', offer, list: [] } }
  const back: Button = { text: tr.text('button-back-to-statistics'), press: { kind: 'statistics' } }
  return [[offerChartButton(tr, offer)], [open, menuButton(tr)], [back]]
}
