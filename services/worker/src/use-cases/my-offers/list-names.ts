import type { OfferDetails } from '@abitly/database'
import { escapeHtml, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { offerName } from '../offer/offer-names.ts'
import { tellApart, traitsOf } from '../offer/tell-apart.ts'

/** Longest names in a list, in letters: the longest real programme fits, and several rows fit a message. */
const PROGRAMME_LENGTH = 60
const UNIVERSITY_LENGTH = 30

/** A name in a list, ready for an HTML message. */
export interface ListName {
  programme: string
  university: string
}

/** The names of offers that stand together; what tells two of one name apart stands with the university. */
export function listNames(tr: Translator, offers: readonly OfferDetails[]): ListName[] {
  const names = offers.map((offer) => {
    const { programme, university } = offerName(tr.language, offer)
    return {
      programme: escapeHtml(plainName(programme, PROGRAMME_LENGTH)),
      university: escapeHtml(plainName(university, UNIVERSITY_LENGTH)),
    }
  })
  const differences = tellApart(
    tr,
    offers.map((offer) => {
      const { offerId, year, speciality } = offer
      return { offerId, year, specialityCode: speciality.code, traits: traitsOf(tr, offer) }
    }),
    names.map(({ programme, university }) => `${programme}\n${university}`),
  )
  return names.map(({ programme, university }, index) => {
    const difference = escapeHtml(differences[index] ?? '')
    return { programme, university: difference === '' ? university : `${university} · ${difference}` }
  })
}
