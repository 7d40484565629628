import type { Applicant, NmtResult, OfferDetails, PlanWishes } from '@abitly/database'
import { bandOf, bandOfMargin, marginTo, priorityAt, wishOf } from '@abitly/domain'
import type { ChanceTier, PlanBand, PlanCandidate, PlanStanding } from '@abitly/domain'
import { judgeOffer } from '../offer/judge-offer.ts'
import { resultAt } from '../offer/shown-result.ts'
import type { PriorityResult, ScoredVerdict } from '../offer/shown-result.ts'

export interface JudgedOffer extends PlanCandidate {
  offer: OfferDetails
  verdict: ScoredVerdict
}

/** What the plan says of an offer. */
export interface PlanEntry {
  band: PlanBand
  /** Null: no chance can be told. */
  tier: Exclude<ChanceTier, 'none'> | null
  /** To last year's lowest score, in thousandths; null: there is none. */
  margin: number | null
}

/** An offer as its own view judges it, with either score; null: no application makes sense. */
export function judgedOffer(
  offer: OfferDetails,
  applicants: readonly Applicant[],
  results: readonly NmtResult[],
  wishes: PlanWishes,
): JudgedOffer | null {
  const verdict = judgeOffer(offer, results, applicants)
  if (verdict.kind !== 'scored') return null
  const standing = wishes.funding === 'budget' ? budgetStanding : contractStanding
  const later = standing(resultAt(verdict, 'later'), offer)
  const first = standing(resultAt(verdict, 'first'), offer)
  // Where it ends up in the plan is not known yet: it must make sense at any place.
  if (first === null || later === null) return null
  const { offerId, university, speciality } = offer
  return {
    ...{ offerId, universityId: university.id, first, later, offer, verdict },
    wish: wishOf(speciality.code, wishes.specialityCodes),
    demand: lowestOf(offer, wishes.funding) ?? 0,
  }
}

/** What holds of an offer at its place, from 0. */
export function entryAt(judged: JudgedOffer, index: number, wishes: PlanWishes): PlanEntry {
  const { offer, verdict } = judged
  const priority = priorityAt(index)
  const { score, chance } = resultAt(verdict, priority)
  const margin = marginTo(lowestOf(offer, wishes.funding), score)?.points ?? null
  const tier = wishes.funding === 'budget' && chance?.kind === 'ranked' ? chance.tier : null
  return { band: judged[priority].band, tier, margin }
}

function budgetStanding({ chance }: PriorityResult): PlanStanding | null {
  // Nobody has published how many places there are.
  if (chance === null) return null
  return bandOf(chance)
}

function contractStanding({ score, minimum }: PriorityResult, offer: OfferDetails): PlanStanding | null {
  if (minimum?.contract === true) return null
  return { band: bandOfMargin(marginTo(lowestOf(offer, 'contract'), score)), lastResort: false }
}

function lowestOf({ lastYear }: OfferDetails, funding: PlanWishes['funding']): number | null {
  if (lastYear === null) return null
  return funding === 'budget' ? lastYear.minEnrolledBudget : lastYear.minEnrolledContract
}
