import type { OfferDetails } from '@abitly/database'
import { dayText, momentText } from '@abitly/text'
import type { Translator } from '@abitly/text'

/** When the numbers were taken. Invented ones have a day at most, not a time. */
export function dataMoment(
  tr: Translator,
  { generated, dataAt }: Pick<OfferDetails, 'generated' | 'dataAt'>,
  now: Date,
): string {
  return generated.applicants ? dayText(tr, dataAt, now) : momentText(tr, dataAt, now)
}
