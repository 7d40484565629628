import type { OfferFigures } from '@abitly/database'
import { competitorsOf, spreadOf } from '@abitly/domain'
import { formatCount, formatScore, WORD_JOINER } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'
import { fundingOf, shareOf } from './share-of.ts'

/** How the scores of the list are spread, and where the student's stands; what is published where there is no list. */
export function scoreLines(tr: Translator, judged: FollowedOffer, figures: OfferFigures): string[] {
  const funding = fundingOf(judged)
  const scores = competitorsOf(judged.applicants, funding).map(({ score }) => score)
  const spread = spreadOf(scores)
  if (spread === null) return publishedLines(tr, figures)
  const score = (points: number): string => formatScore(tr.language, points)
  return [
    tr.text('statistics-scores', { funding, count: formatCount(tr.language, scores.length) }),
    // The published average is of other applications too: beside these figures it would be an impossible one.
    tr.text('statistics-spread', {
      min: score(spread.min),
      average: score(spread.average),
      max: score(spread.max),
    }),
    tr.text('statistics-half', { range: rangeText(tr, spread.lowerQuartile, spread.upperQuartile) }),
    ...myLine(tr, judged),
  ]
}

/** Without a list the published figures of all applications are shown, as far as there are any. */
function publishedLines(tr: Translator, { minScore, avgScore, maxScore }: OfferFigures): string[] {
  if (minScore === null || avgScore === null || maxScore === null) return []
  const [min, average, max] = [minScore, avgScore, maxScore].map((points) => formatScore(tr.language, points))
  return [
    tr.text('statistics-scores-all'),
    tr.text('statistics-spread', { min: min ?? '', average: average ?? '', max: max ?? '' }),
  ]
}

function myLine(tr: Translator, judged: FollowedOffer): string[] {
  const share = shareOf(judged)
  if (share === null) return []
  const args = { score: formatScore(tr.language, share.score), percent: String(share.percent) }
  return [tr.text(share.priority === 'first' ? 'statistics-mine-first' : 'statistics-mine', args)]
}

/** «160,100–181,200» on one line. */
function rangeText(tr: Translator, from: number, to: number): string {
  const dash = `${WORD_JOINER}–${WORD_JOINER}`
  return [from, to].map((points) => formatScore(tr.language, points)).join(dash)
}
