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
  const modelled = modelledParts(offer, applicants)
  // Invented numbers have a day at most, not a time.
  const show = offer.generated.applicants ? dayText : momentText
  return [
    tr.text(key, { moment: show(tr, offer.dataAt, now) }),
    ...(modelled.length === 0
      ? []
      : [
          tr.text('offer-data-modelled', {
            parts: listText(
              tr,
              modelled.map((part) => tr.text(part)),
            ),
          }),
        ]),
  ]
}

function modelledParts({ generated, lastYear }: OfferDetails, applicants: readonly Applicant[]): string[] {
  return [
    ...(generated.applicants && applicants.length > 0 ? ['offer-modelled-applicants'] : []),
    ...(generated.places ? ['offer-modelled-places'] : []),
    ...(generated.history && lastYear !== null ? ['offer-modelled-history'] : []),
  ]
}
