import { counted, displayName, formatCount, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { applicationsClosed } from '../offer/campaign-end.ts'
import { modelledLines } from '../offer/data-lines.ts'
import { historyLines } from '../offer/fact-lines.ts'
import { nameIn } from '../offer/offer-names.ts'
import type { OfferPage } from '../offer/offer-view.ts'
import { belowMinimumLine, refusalLine } from '../offer/refusal-lines.ts'
import { dataMoment } from './data-moment.ts'
import type { OfferFigures } from './offer-figures.ts'

/** What the chart of an offer shows, in words. */
export function offerCaption(page: OfferPage, figures: OfferFigures): string {
  const { tr, offer, applicants, now } = page
  const names = {
    programme: displayName(nameIn(tr.language, offer.programme)),
    university: displayName(nameIn(tr.language, offer.university.short)),
  }
  const facts = [
    tr.text('chart-caption-title', names),
    ...scoreSentences(tr, figures),
    ...placesSentence(page, figures),
    ...(figures.lastYear === null ? [] : historyLines(tr, offer, now).map((line) => `${line}.`)),
    ...(figures.apart === 0
      ? []
      : [tr.text('chart-caption-apart', { apart: formatCount(tr.language, figures.apart) })]),
    ...(figures.out === 0
      ? []
      : [tr.text('chart-caption-out', { out: formatCount(tr.language, figures.out) })]),
    tr.text('chart-caption-data', { moment: dataMoment(tr, offer, now) }),
  ].join(' ')
  return [facts, ...modelledLines(tr, [{ offer, applicants }]), ...withoutMe(page, figures)].join('\n')
}

function scoreSentences(tr: Translator, { scores, mine }: OfferFigures): string[] {
  const [best] = mine
  const isAbove = best !== undefined && scores.some((score) => score > best.score)
  const sentences = mine.map(({ priority, score, higherThan }) =>
    tr.text('chart-caption-score', {
      ...{ priority, score: formatScore(tr.language, score), percent: String(higherThan) },
      lower: higherThan === 0 ? 'none' : 'some',
      ...counted(tr, 'applicants', scores.length),
    }),
  )
  return isAbove ? [...sentences, tr.text('chart-caption-above')] : sentences
}

function placesSentence({ tr, offer, now }: OfferPage, { places, scores }: OfferFigures): string[] {
  if (places === null) return []
  const { last, quotas, unclaimed } = places
  const args = { ...counted(tr, 'places', places.count), quotas }
  if (last.kind === 'at') {
    const when = applicationsClosed(offer.year, now) ? 'closed' : 'growing'
    const score = formatScore(tr.language, last.score)
    return [tr.text('chart-caption-last-place', { ...args, when, score })]
  }
  // Where quotas can still take a place from somebody, there are enough on a condition only.
  if (unclaimed === 0 || places.count - unclaimed > scores.length) {
    return [tr.text('chart-caption-enough-places', args)]
  }
  return [
    tr.text('chart-caption-enough-unclaimed', { ...args, unclaimed: formatCount(tr.language, unclaimed) }),
  ]
}

/** Why the student is not in the picture, and how to get there. */
function withoutMe({ tr, offer, verdict }: OfferPage, { mine }: OfferFigures): string[] {
  if (mine.length > 0) return []
  switch (verdict.kind) {
    case 'no-grades':
      return [tr.text('offer-no-grades')]
    case 'refused':
      return [refusalLine(tr, verdict.refusal, verdict.nmtYear)]
    case 'scored': {
      const { score } = verdict
      const { first, parts, belowMinimum } = score
      const shown = { score: first, nmtYear: parts.nmtYear }
      return belowMinimum === null ? [] : [belowMinimumLine(tr, offer, shown, belowMinimum)]
    }
  }
}
