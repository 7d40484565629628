import type { Language, Names, OfferDetails, TrackedOffer } from '@abitly/database'
import { displayName, letterCount, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OfferKey } from './offer-key.ts'
import { tellApart, traitsOf } from './tell-apart.ts'

/** Longest label of a button that stands alone in its row: phones cut the rest. */
const LABEL_LENGTH = 30

/** What lists and buttons show of an offer. */
export interface OfferName extends OfferKey {
  programme: string
  university: string
}

/** A name in the reader's language; the Ukrainian one where nobody has published another. */
export function nameIn(language: Language, names: Names): string {
  return language === 'en' ? (names.en ?? names.uk) : names.uk
}

/** The short name of an offer. */
export function offerName(language: Language, offer: OfferDetails): OfferName {
  const { offerId, year, programme, university } = offer
  return {
    offerId,
    year,
    programme: nameIn(language, programme),
    university: nameIn(language, university.short),
  }
}

/** The short name of an offer from a student's list. */
export function trackedName(language: Language, offer: TrackedOffer): OfferName {
  const { offerId, year, programme, universityShort } = offer
  return {
    offerId,
    year,
    programme: nameIn(language, programme),
    university: nameIn(language, universityShort),
  }
}

/** «Інформатика, ЛНУ» for an HTML message. */
export function offerTitle({ programme, university }: OfferName): string {
  return `${displayName(programme)}, ${displayName(university)}`
}

/** «Інформатика, ЛНУ» for a button, with `prefix` before it; the programme is cut before the university. */
export function offerLabel({ programme, university }: OfferName, prefix = '', suffix = ''): string {
  const ending = `, ${plainName(university, suffix === '' ? LABEL_LENGTH / 2 : LABEL_LENGTH / 4)}${suffix}`
  const room = LABEL_LENGTH - letterCount(prefix + ending)
  return `${prefix}${plainName(programme, room)}${ending}`
}

/** The labels of followed offers whose buttons stand together: no two are alike. */
export function trackedLabels(tr: Translator, offers: readonly TrackedOffer[]): string[] {
  const names = offers.map((offer) => trackedName(tr.language, offer))
  const short = names.map((name) => offerLabel(name))
  const described = offers.map((offer) => ({ ...offer, traits: traitsOf(tr, offer) }))
  const differences = tellApart(tr, described, short)
  return names.map((name, index) => {
    const difference = differences[index] ?? ''
    return difference === '' ? offerLabel(name) : offerLabel(name, '', ` · ${difference}`)
  })
}
