import type { OfferDetails } from '@abitly/database'
import { escapeHtml, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { offerName } from '../offer/offer-names.ts'
import { tellApart, traitsOf } from '../offer/tell-apart.ts'

/** In letters: six rows of the longest names fit a message and, at a usual size, a screen. */
const PROGRAMME_LENGTH = 90
const UNIVERSITY_LENGTH = 30

/** A result, ready for an HTML message. */
export interface FoundName {
  programme: string
  /** Who offers it, under which code, in which form, whether only for a fee; its number where that is not enough. */
  where: string
}

/** The names of results that stand together: no two are alike. */
export function foundNames(tr: Translator, offers: readonly OfferDetails[]): FoundName[] {
  const names = offers.map((offer) => nameOf(tr, offer))
  const differences = tellApart(
    tr,
    // The code stands in the row anyhow.
    offers.map(({ offerId, year }) => ({ offerId, year, specialityCode: '' })),
    names.map(({ programme, where }) => `${programme}\n${where}`),
  )
  return names.map(({ programme, where }, index) => {
    const difference = differences[index] ?? ''
    return { programme, where: escapeHtml(difference === '' ? where : `${where} · ${difference}`) }
  })
}

function nameOf(tr: Translator, offer: OfferDetails): FoundName {
  const { programme, university } = offerName(tr.language, offer)
  const { speciality } = offer
  const where = [
    plainName(university, UNIVERSITY_LENGTH),
    plainName(speciality.code, UNIVERSITY_LENGTH),
    ...traitsOf(tr, offer),
  ]
  return { programme: escapeHtml(plainName(programme, PROGRAMME_LENGTH)), where: where.join(' · ') }
}
