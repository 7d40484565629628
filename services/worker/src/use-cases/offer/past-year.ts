import type { OfferDetails, OfferHistory } from '@abitly/database'
import { kyivTime } from '@abitly/text'
import type { TextArguments } from '@abitly/text'

/**
 * How to call the year of the history: «торік» is true only while the campaign of the offer runs and the
 * history is of the year before; otherwise the year is named.
 */
export function pastYear(
  { year }: Pick<OfferDetails, 'year'>,
  history: OfferHistory,
  now: Date,
): TextArguments {
  const isLast = year === kyivTime(now).year && history.year === year - 1
  return { past: isLast ? 'last' : 'older', pastYear: String(history.year) }
}
