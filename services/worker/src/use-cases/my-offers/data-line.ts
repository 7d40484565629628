import { dayText, momentText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { modelledLines } from '../offer/data-lines.ts'
import type { FollowedOffer } from './followed-offer.ts'

/** Of when the numbers of several offers are, and which of them are invented; `more` stands before it. */
export function dataLinesOf(
  tr: Translator,
  offers: readonly FollowedOffer[],
  now: Date,
  more: readonly (string | null)[] = [],
): string[] {
  const data = tr.text('my-data-sentence', { data: dataText(tr, offers, now) })
  const sentences = [...more, data].filter((sentence) => sentence !== null)
  return [`<i>${sentences.join(' ')}</i>`, ...modelledLines(tr, offers)]
}

/** Of when the numbers of several offers are: of the oldest, where they are of different times. */
export function dataText(tr: Translator, offers: readonly Pick<FollowedOffer, 'offer'>[], now: Date): string {
  const moments = offers.map(({ offer }) => offer.dataAt.getTime())
  const oldest = new Date(Math.min(...moments))
  // Invented numbers have a day at most, not a time.
  const show = offers.some(({ offer }) => offer.generated.applicants) ? dayText : momentText
  const moment = show(tr, oldest, now)
  const isOne = new Set(offers.map(({ offer }) => show(tr, offer.dataAt, now))).size === 1
  return tr.text(isOne ? 'my-data' : 'my-data-oldest', { moment })
}
