import type { Translator } from '@abitly/text'
import type { OfferKey } from './offer/offer-key.ts'
import type { AskingButton, Button } from './view.ts'
import type { StudentSettings } from './visit.ts'

/** Buttons that several views share. */
export const menuButton = (tr: Translator): Button => ({
  text: tr.text('button-menu'),
  press: { kind: 'menu' },
})

export const linkHelpButton = (tr: Translator): Button => ({
  text: tr.text('button-link-help'),
  press: { kind: 'link-help' },
})

/** The way to entering grades, as the thing to do next. `from`: the offer to come back to. */
export const addGradesButton = (tr: Translator, from: OfferKey | null): Button => ({
  text: tr.text('button-add-grades'),
  press: { kind: 'grades', from },
  style: 'primary',
})

/** The way to a plan of where to apply. */
export const planButton = (tr: Translator): AskingButton => ({
  text: tr.text('button-plan'),
  press: { kind: 'plan' },
})

/** The way to the followed offers; `page`: the one to come back to. */
export const myOffersButton = (tr: Translator, page: number): Button => ({
  text: tr.text('button-back-to-my-offers'),
  press: { kind: 'my-offers', page },
})

export const profileButton = (tr: Translator): AskingButton => ({
  text: tr.text('button-profile'),
  press: { kind: 'profile' },
})

/** The website's sign-in, as a row of its own; none where the website has told no address. */
export const signInButtons = (tr: Translator, { accountLinkUrl }: StudentSettings): Button[][] =>
  accountLinkUrl === null ? [] : [[{ text: tr.text('button-sign-in'), url: accountLinkUrl }]]

export const backToProfileButton = (tr: Translator): Button => ({
  text: tr.text('button-back-to-profile'),
  press: { kind: 'profile' },
})
