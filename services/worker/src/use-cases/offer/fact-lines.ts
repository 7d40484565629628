import type { Applicant, OfferDetails } from '@abitly/database'
import { counted, formatCount, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { budgetPlaces, contractPlaces, hasBudget } from './budget-places.ts'
import type { Verdict } from './judge-offer.ts'
import { marginLines } from './margin-lines.ts'
import { pastYear } from './past-year.ts'

/** What is known of the offer itself: places, applications, last year. */
export function factLines(
  tr: Translator,
  offer: OfferDetails,
  applicants: readonly Applicant[],
  verdict: Verdict,
  now: Date,
): string[] {
  const places = hasBudget(offer) ? [budgetLine(tr, offer)] : contractOnlyLines(tr, offer)
  return [
    ...places,
    ...applicationLines(tr, offer, applicants, verdict),
    ...historyLines(tr, offer, now),
    ...marginLines(tr, verdict),
  ]
}

function budgetLine(tr: Translator, offer: OfferDetails): string {
  const places = budgetPlaces(offer)
  if (places === null || places.maxBudget === null) return tr.text('offer-budget-unknown')
  const key = places.kind === 'open' ? 'offer-budget-ceiling' : 'offer-budget-fixed'
  return tr.text(key, counted(tr, 'places', places.maxBudget))
}

function contractOnlyLines(tr: Translator, offer: OfferDetails): string[] {
  const places = contractPlaces(offer)
  const only = tr.text('offer-contract-only')
  const price = offer.price === null ? null : formatCount(tr.language, offer.price)
  if (places === null) return price === null ? [only] : [only, tr.text('offer-price', { price })]
  const args = counted(tr, 'places', places)
  const line =
    price === null ? tr.text('offer-contract', args) : tr.text('offer-contract-price', { ...args, price })
  return [only, line]
}

function applicationLines(
  tr: Translator,
  offer: OfferDetails,
  applicants: readonly Applicant[],
  verdict: Verdict,
): string[] {
  const { applied, budgetApplied } = offer.statistics
  const rankMissing = verdict.kind === 'scored' && verdict.first?.kind === 'no-list'
  if ((applied ?? 0) === 0 && applicants.length === 0) {
    return [tr.text(rankMissing ? 'offer-no-applications-rank' : 'offer-no-applications')]
  }
  const counts = counted(tr, 'applied', applied ?? applicants.length)
  const line =
    budgetApplied === null || !hasBudget(offer)
      ? tr.text('offer-applied', counts)
      : tr.text('offer-applied-budget', { ...counts, budget: formatCount(tr.language, budgetApplied) })
  return rankMissing ? [line, tr.text('offer-no-list')] : [line]
}

/** The lowest score that got a place in the newest former year. */
export function historyLines(tr: Translator, offer: OfferDetails, now: Date): string[] {
  const history = offer.lastYear
  const funding = hasBudget(offer) ? 'budget' : 'contract'
  const lowest = funding === 'budget' ? history?.minEnrolledBudget : history?.minEnrolledContract
  if (!history || lowest === null || lowest === undefined) return [tr.text('offer-no-history')]
  const score = formatScore(tr.language, lowest)
  return [tr.text('offer-history', { funding, score, ...pastYear(offer, history, now) })]
}
