import type { OfferDetails, OfferFigures, OfferHistory } from '@abitly/database'
import { competitorsOf, priorityHistogram } from '@abitly/domain'
import { counted, formatCount, formatScore, NO_BREAK_SPACE } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'
import { budgetPlaces, contractPlaces, hasBudget } from '../offer/budget-places.ts'
import { fundingOf } from './share-of.ts'

/** How many applied, were admitted, recommended and enrolled, and with which priorities. */
export function campaignLines(tr: Translator, judged: FollowedOffer, figures: OfferFigures): string[] {
  const count = (key: string, n: number | null): string[] =>
    n === null ? [] : [tr.text(key, { count: formatCount(tr.language, n) })]
  const counts = [
    ...count('statistics-applied', figures.applied),
    ...count('statistics-admitted', figures.admitted),
    ...(hasBudget(judged.offer) ? count('statistics-budget', figures.budgetApplied) : []),
    ...count('statistics-recommended', figures.recommended),
    ...count('statistics-enrolled-budget', figures.enrolledBudget),
    ...count('statistics-enrolled-contract', figures.enrolledContract),
  ]
  const lines = [
    ...(counts.length === 0 ? [tr.text('offer-no-applications')] : [counts.join(' · ')]),
    ...priorityLine(tr, judged),
  ]
  return [tr.text('statistics-applications'), ...lines]
}

/** «Пріоритети: 1 — 120 · 2 — 80»; only those that occur, so that the numbers add up. */
function priorityLine(tr: Translator, judged: FollowedOffer): string[] {
  const list = competitorsOf(judged.applicants, fundingOf(judged))
  const { counts, later, unknown, of } = priorityHistogram(list)
  const part = (name: string, count: number): string[] =>
    count === 0 ? [] : [`${name}${NO_BREAK_SPACE}—${NO_BREAK_SPACE}${formatCount(tr.language, count)}`]
  const parts = [
    ...counts.flatMap((count, index) => part(String(index + 1), count)),
    ...part(tr.text('statistics-priority-later'), later),
    ...part(tr.text('statistics-priority-unknown'), unknown),
  ]
  if (parts.length === 0) return []
  return [
    tr.text('statistics-priorities', { priorities: parts.join(' · '), of: formatCount(tr.language, of) }),
  ]
}

/** Places as they are announced: the number of an open offer is an upper bound. */
export function placeLines(tr: Translator, offer: OfferDetails): string[] {
  const contract = contractPlaces(offer)
  return [
    hasBudget(offer) ? budgetLine(tr, offer) : tr.text('offer-contract-only'),
    ...(contract === null ? [] : [tr.text('offer-contract', counted(tr, 'places', contract))]),
  ]
}

function budgetLine(tr: Translator, offer: OfferDetails): string {
  const places = budgetPlaces(offer)
  if (places === null || places.maxBudget === null) return tr.text('offer-budget-unknown')
  const key = places.kind === 'open' ? 'offer-budget-ceiling' : 'offer-budget-fixed'
  return tr.text(key, counted(tr, 'places', places.maxBudget))
}

/** The lowest scores that got in, year by year; invented ones are marked. */
export function yearLines(tr: Translator, history: readonly OfferHistory[]): string[] {
  const lines = history.flatMap(({ year, minEnrolledBudget, minEnrolledContract, generated }) => {
    const part = (key: string, score: number | null): string[] =>
      score === null ? [] : [tr.text(key, { score: formatScore(tr.language, score) })]
    const parts = [
      ...part('statistics-year-budget', minEnrolledBudget),
      ...part('statistics-year-contract', minEnrolledContract),
    ]
    if (parts.length === 0) return []
    const scores = parts.join(', ')
    return [
      tr.text(generated ? 'statistics-year-modelled' : 'statistics-year', { year: String(year), scores }),
    ]
  })
  return lines.length === 0 ? [] : [tr.text('statistics-years'), ...lines]
}
