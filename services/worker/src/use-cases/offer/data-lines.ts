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

/** Names what is invented in at least one of these offers. */
export function modelledLines(
  tr: Translator,
  offers: readonly { offer: OfferDetails; applicants: readonly Applicant[] }[],
): string[] {
  const parts = new Set(offers.flatMap(modelledParts))
  if (parts.size === 0) return []
  const names = MODELLED_PARTS.filter((part) => parts.has(part)).map((part) => tr.text(part))
  return [tr.text('offer-data-modelled', { parts: listText(tr, names) })]
}

const MODELLED_PARTS = [
  'offer-modelled-applicants',
  'offer-modelled-places',
  'offer-modelled-history',
] as const

function modelledParts({
  offer: { generated, lastYear },
  applicants,
}: {
  offer: OfferDetails
  applicants: readonly Applicant[]
}): (typeof MODELLED_PARTS)[number][] {
  return [
    ...(generated.applicants && applicants.length > 0 ? (['offer-modelled-applicants'] as const) : []),
    ...(generated.places ? (['offer-modelled-places'] as const) : []),
    ...(generated.history && lastYear !== null ? (['offer-modelled-history'] as const) : []),
  ]
}
