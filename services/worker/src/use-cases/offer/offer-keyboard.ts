import type { OfferDetails } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { addGradesButton, menuButton } from '../buttons.ts'
import type { Button, Keyboard } from '../view.ts'
import { keyOf } from './offer-key.ts'
import type { OfferKey } from './offer-key.ts'

/** What the buttons of an offer depend on. */
export interface OfferButtons {
  hasGrades: boolean
  following: boolean
  /** The offers to go back to; empty: the menu. */
  list: readonly OfferKey[]
}

/** At most five buttons; the first is what most students would do now. */
export function offerKeyboard(tr: Translator, offer: OfferDetails, state: OfferButtons): Keyboard {
  const follow = followButton(tr, offer, state)
  const site: Button = { text: tr.text('button-site'), url: offer.officialUrl }
  const back = backButton(tr, state.list)
  if (!state.hasGrades) {
    return [[addGradesButton(tr, keyOf(offer))], [follow, site], [back]]
  }
  const grades: Button = { text: tr.text('button-grades'), press: { kind: 'grades', from: keyOf(offer) } }
  return [
    [follow, site],
    [grades, back],
  ]
}

function followButton(tr: Translator, offer: OfferDetails, state: OfferButtons): Button {
  const press = { offer: keyOf(offer), list: state.list }
  if (state.following) return { text: tr.text('button-unfollow'), press: { kind: 'untrack', ...press } }
  const button: Button = { text: tr.text('button-follow'), press: { kind: 'track', ...press } }
  return state.hasGrades ? { ...button, style: 'primary' } : button
}

function backButton(tr: Translator, list: readonly OfferKey[]): Button {
  if (list.length > 1) return { text: tr.text('button-back-to-list'), press: { kind: 'offer-list', list } }
  return menuButton(tr)
}
