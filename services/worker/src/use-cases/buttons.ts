import type { Translator } from '@abitly/text'
import type { OfferKey } from './offer/offer-key.ts'
import type { Button } from './view.ts'

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

/** The way to the followed offers; `page`: the one to come back to. */
export const myOffersButton = (tr: Translator, page: number): Button => ({
  text: tr.text('button-back-to-my-offers'),
  press: { kind: 'my-offers', page },
})
