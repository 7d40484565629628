import type { Applicant, NmtResult, OfferDetails, PlanWishes } from '@abitly/database'
import { bandOf, bandOfMargin, marginTo, wishOf } from '@abitly/domain'
import type { PlanCandidate } from '@abitly/domain'
import { judgeOffer } from '../offer/judge-offer.ts'
import { resultAt } from '../offer/shown-result.ts'
import type { ScoredVerdict } from '../offer/shown-result.ts'
import type { PlanEntry } from './plan-content.ts'

/** ГК counts with the first two priorities only. */
const GK_PRIORITIES = 2

export interface JudgedOffer extends PlanCandidate {
  offer: OfferDetails
  verdict: ScoredVerdict
}

/**
 * An offer as its own view judges it; null: no application makes sense. The band goes by the score of later
 * priorities: where the offer ends up in the plan is not known yet, and a band must hold at any place.
 */
export function judgedOffer(
  offer: OfferDetails,
  applicants: readonly Applicant[],
  results: readonly NmtResult[],
  wishes: PlanWishes,
): JudgedOffer | null {
  const verdict = judgeOffer(offer, results, applicants)
  if (verdict.kind !== 'scored') return null
  const found = wishes.funding === 'budget' ? budgetBand(verdict) : contractBand(offer, verdict)
  if (found === null) return null
  const { offerId, university, speciality } = offer
  return {
    ...{ offerId, universityId: university.id, ...found, offer, verdict },
    wish: wishOf(speciality.code, wishes.specialityCodes),
    demand: lowestOf(offer, wishes.funding) ?? 0,
  }
}

/** What the plan says of an offer at its place, from 0. */
export function entryAt({ offer, verdict, band }: JudgedOffer, index: number, wishes: PlanWishes): PlanEntry {
  const { score, chance } = resultAt(verdict, index < GK_PRIORITIES ? 'first' : 'later')
  const margin = marginTo(lowestOf(offer, wishes.funding), score)?.points ?? null
  const tier = wishes.funding === 'budget' && chance?.kind === 'ranked' ? chance.tier : null
  return { offerId: offer.offerId, band, tier, margin }
}

function budgetBand(verdict: ScoredVerdict): Pick<PlanCandidate, 'band' | 'lastResort'> | null {
  const { chance } = resultAt(verdict, 'later')
  // Nobody has published how many places there are.
  if (chance === null) return null
  return bandOf(chance)
}

function contractBand(
  offer: OfferDetails,
  verdict: ScoredVerdict,
): Pick<PlanCandidate, 'band' | 'lastResort'> | null {
  const { score, minimum } = resultAt(verdict, 'later')
  if (minimum?.contract === true) return null
  return { band: bandOfMargin(marginTo(lowestOf(offer, 'contract'), score)), lastResort: false }
}

function lowestOf({ lastYear }: OfferDetails, funding: PlanWishes['funding']): number | null {
  if (lastYear === null) return null
  return funding === 'budget' ? lastYear.minEnrolledBudget : lastYear.minEnrolledContract
}
