import type { TrackedOffer } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { pageButtons } from '../keyboard-parts.ts'
import { keyOf } from '../offer/offer-key.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import { trackedLabels } from '../offer/offer-names.ts'
import type { Keyboard, Press } from '../view.ts'
import { pageOf } from './pages.ts'

/** What the buttons of a choice ask for. */
export interface OfferChoice {
  offers: readonly TrackedOffer[]
  /** The page that is wanted, from 0. */
  page: number
  pressOf: (offer: OfferKey, page: number) => Press
  turnTo: (page: number) => Press
}

/** A row for each followed offer of a page, and the row that turns pages. */
export function choiceRows(tr: Translator, { offers, page: wanted, pressOf, turnTo }: OfferChoice): Keyboard {
  const { items, page, pages, offset } = pageOf(offers, wanted)
  const labels = trackedLabels(tr, offers)
  return [
    ...items.map((offer, index) => [
      { text: labels[offset + index] ?? String(offer.offerId), press: pressOf(keyOf(offer), page) },
    ]),
    ...pageButtons(tr, page, pages, turnTo),
  ]
}
