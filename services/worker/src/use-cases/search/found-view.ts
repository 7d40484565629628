import type { OfferDetails } from '@abitly/database'
import { counted, displayName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { linkHelpButton, menuButton } from '../buttons.ts'
import { pageButtons } from '../keyboard-parts.ts'
import { keyOf } from '../offer/offer-key.ts'
import type { PageOf } from '../paging.ts'
import type { Button, View } from '../view.ts'
import { foundNames } from './found-names.ts'

/** One page of results. */
export interface FoundPage extends PageOf {
  text: string
  revision: number
  /** All results, those of other pages too. */
  total: number
  /** There are more than `total`. */
  more: boolean
  offers: readonly OfferDetails[]
}

/** Further pages than these are turned by nobody: another word is quicker. */
const MANY_PAGES = 3

/** Results with their places in the order, each behind a button. */
export function foundView(tr: Translator, found: FoundPage): View {
  const { text, revision, total, more, offers, page, pages, offset } = found
  const args = { text: displayName(text), year: String(offers[0]?.year), ...counted(tr, 'offers', total) }
  const rows = foundNames(tr, offers).map((name, index) =>
    tr.text('found-row', { number: String(offset + index + 1), ...name }),
  )
  const numbers = offers.map((offer, index): Button => {
    const press = { kind: 'offer', offer: keyOf(offer), list: { revision, page } } as const
    const number = String(offset + index + 1)
    return { text: total === 1 ? tr.text('button-open-found') : number, press }
  })
  const pageOf = (other: number) => ({ kind: 'found', place: { revision, page: other } }) as const
  return {
    text: [
      tr.text(more ? 'found-many' : 'found', args),
      ...rows,
      ...(pages > MANY_PAGES ? [tr.text('found-refine')] : []),
    ].join('\n\n'),
    keyboard: [numbers, ...pageButtons(tr, page, pages, pageOf), [menuButton(tr)]],
  }
}

/** For a text that nothing matches. */
export function nothingFoundView(tr: Translator): View {
  return { text: tr.text('found-nothing'), keyboard: [[linkHelpButton(tr)], [menuButton(tr)]] }
}

/** For results whose text is kept no longer. */
export function searchForgottenView(tr: Translator): View {
  return { text: tr.text('found-forgotten'), keyboard: [[menuButton(tr)]] }
}
