import type { OfferDetails } from '@abitly/database'
import type { BudgetPlaces } from '@abitly/domain'

/** What tells whether an offer has state-funded places. */
export interface Funded {
  kind: OfferDetails['kind']
  places: Pick<OfferDetails['places'], 'maxBudget' | 'fixedBudget'>
}

/** State-funded places as the rules want them; null: they exist, but nobody has published how many. */
export function budgetPlaces({ kind, places }: OfferDetails): BudgetPlaces | null {
  const maxBudget = mostBudget({ kind, places })
  if (kind !== 'nonbudget' && maxBudget === null) return null
  return { kind, maxBudget, quotaPlaces: { Q1: places.quota1 ?? 0, Q2: places.quota2 ?? 0 } }
}

/** Whether the offer has state-funded places, announced or not. */
export function hasBudget(offer: Funded): boolean {
  return offer.kind !== 'nonbudget' && mostBudget(offer) !== 0
}

/** As many state-funded places as there can be; null: nobody has published how many. */
function mostBudget({ kind, places }: Funded): number | null {
  return kind === 'fixed' ? (places.fixedBudget ?? places.maxBudget) : places.maxBudget
}

/** Paid places; null: unknown. What is not state-funded of all places is paid. */
export function contractPlaces(offer: OfferDetails): number | null {
  const { contractVolume, licenceVolume } = offer.places
  if (contractVolume !== null) return contractVolume
  const budget = budgetPlaces(offer)
  if (licenceVolume === null || budget === null) return null
  return Math.max(0, licenceVolume - (hasBudget(offer) ? (budget.maxBudget ?? 0) : 0))
}
