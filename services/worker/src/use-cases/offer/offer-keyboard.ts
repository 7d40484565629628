import type { OfferDetails } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { addGradesButton, menuButton, myOffersButton } from '../buttons.ts'
import { offerChartButton } from '../pictures/show-offer-chart.ts'
import type { Button, Keyboard, Press } from '../view.ts'
import { keyOf } from './offer-key.ts'
import { isFoundPlace } from './offer-origin.ts'
import type { OfferOrigin } from './offer-origin.ts'

/** What the buttons of an offer depend on. */
export interface OfferButtons {
  hasGrades: boolean
  following: boolean
  /** Where to go back to; an empty list: the followed offers, or the menu. */
  list: OfferOrigin
  /** The page of the followed offers to go back to; null: none is followed. */
  myPage: number | null
  /** The priority to count with, in place of what is shown now; null: it makes no difference here. */
  otherPriority: 'first' | 'later' | null
  /** Address of the website's sign-in; null: there is none, or the chat is linked. */
  signInUrl: string | null
}

/** At most six buttons; the first is what most students would do now. */
export function offerKeyboard(tr: Translator, offer: OfferDetails, state: OfferButtons): Keyboard {
  const follow = followButton(tr, offer, state)
  const site: Button = { text: tr.text('button-site'), url: offer.officialUrl }
  const chart = offerChartButton(tr, keyOf(offer))
  const back = backButton(tr, state)
  // «‹ Мої пропозиції» is too long to share its row.
  const isShort = 'press' in back && back.press.kind !== 'my-offers'
  if (!state.hasGrades) {
    const rest: Keyboard = isShort ? [[site, back]] : [[site], [back]]
    const signIn: Button[] =
      state.signInUrl === null ? [] : [{ text: tr.text('button-sign-in-short'), url: state.signInUrl }]
    return [[addGradesButton(tr, keyOf(offer)), ...signIn], [follow, chart], ...rest]
  }
  const grades: Button = { text: tr.text('button-grades'), press: { kind: 'grades', from: keyOf(offer) } }
  return [[follow, chart], ...priorityRow(tr, offer, state), [grades, site], [back]]
}

function priorityRow(tr: Translator, offer: OfferDetails, { otherPriority, list }: OfferButtons): Button[][] {
  if (otherPriority === null) return []
  const press: Press = { kind: 'offer-priority', priority: otherPriority, offer: keyOf(offer), list }
  return [[{ text: tr.text('button-my-priority', { priority: otherPriority }), press }]]
}

function followButton(tr: Translator, offer: OfferDetails, state: OfferButtons): Button {
  const press = { offer: keyOf(offer), list: state.list }
  if (state.following) return { text: tr.text('button-unfollow'), press: { kind: 'untrack', ...press } }
  const button: Button = { text: tr.text('button-follow'), press: { kind: 'track', ...press } }
  return state.hasGrades ? { ...button, style: 'primary' } : button
}

function backButton(tr: Translator, { list, myPage }: OfferButtons): Button {
  if (list === 'plan') return { text: tr.text('button-back-to-plan'), press: { kind: 'plan' } }
  if (isFoundPlace(list))
    return { text: tr.text('button-back-to-found'), press: { kind: 'found', place: list } }
  if (list.length > 1) return { text: tr.text('button-back-to-list'), press: { kind: 'offer-list', list } }
  return myPage === null ? menuButton(tr) : myOffersButton(tr, myPage)
}
