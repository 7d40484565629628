import type { Applicant, OfferDetails } from '@abitly/database'
import { dayText, listText, momentText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { applicationsClosed } from './campaign-end.ts'

/** How old the numbers are, whether they will still change, and which of them are invented. */
export function dataLines(
  tr: Translator,
  offer: OfferDetails,
  applicants: readonly Applicant[],
  now: Date,
): string[] {
  const key = applicationsClosed(offer.year, now) ? 'offer-data-closed' : 'offer-data-growing'
  // Invented numbers have a day at most, not a time.
  const show = offer.generated.applicants ? dayText : momentText
  return [
    tr.text(key, { moment: show(tr, offer.dataAt, now) }),
    ...modelledLines(tr, [{ offer, applicants }]),
  ]
}

/** An offer and the list it was judged by; only whether there is one matters. */
interface Judged {
  offer: OfferDetails
  applicants: Pick<readonly Applicant[], 'length'>
}

/** What of an offer may be invented: the keys of their names. */
export const MODELLED_PARTS = [
  'offer-modelled-applicants',
  'offer-modelled-places',
  'offer-modelled-history',
] as const
export type ModelledPart = (typeof MODELLED_PARTS)[number]

/** Names what is invented in at least one of these offers. */
export function modelledLines(tr: Translator, offers: readonly Judged[]): string[] {
  return modelledPartLines(tr, offers.flatMap(modelledParts))
}

/** The same for parts that are known. */
export function modelledPartLines(tr: Translator, parts: readonly ModelledPart[]): string[] {
  if (parts.length === 0) return []
  const names = MODELLED_PARTS.filter((part) => parts.includes(part)).map((part) => tr.text(part))
  return [tr.text('offer-data-modelled', { parts: listText(tr, names) })]
}

/** What is invented in an offer. */
export function modelledParts({ offer: { generated, lastYear }, applicants }: Judged): ModelledPart[] {
  return [
    ...(generated.applicants && applicants.length > 0 ? (['offer-modelled-applicants'] as const) : []),
    ...(generated.places ? (['offer-modelled-places'] as const) : []),
    ...(generated.history && lastYear !== null ? (['offer-modelled-history'] as const) : []),
  ]
}
