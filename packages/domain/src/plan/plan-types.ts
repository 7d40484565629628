import type { SubjectCode } from '../admission/subjects.ts'
import type { NmtYear } from '../admission/subjects.ts'
import type { OfferRules } from '../score/offer-score-types.ts'

/** Kind of place a plan is for. */
export type PlanFunding = 'budget' | 'contract'

/** How bold an application is. */
export type PlanBand = 'ambitious' | 'realistic' | 'safe'

/** Offers with the same rules, so with one score for all; the arrays are parallel. */
export interface PlanOffers extends Omit<OfferRules, 'year' | 'ou'> {
  readonly offerIds: readonly number[]
  readonly universityIds: readonly number[]
  /** Lowest score enrolled the year before, in thousandths; -1: unknown. */
  readonly lastYear: readonly number[]
}

/** What offers are chosen from. Plain data: it crosses to a thread. */
export interface ShortlistInput {
  readonly year: number
  readonly groups: readonly PlanOffers[]
  readonly results: readonly {
    readonly nmtYear: NmtYear
    readonly grades: Readonly<Partial<Record<SubjectCode, number>>>
  }[]
  /** The most wanted first; empty: all alike. */
  readonly specialityCodes: readonly string[]
  readonly funding: PlanFunding
}

/** The offers worth an exact look. */
export interface Shortlist {
  readonly offerIds: readonly number[]
  /** All that met the wishes. */
  readonly total: number
  /** Of them those the student may apply to. */
  readonly eligible: number
}

/** What an application means with the score of some priorities. */
export interface PlanStanding {
  readonly band: PlanBand
  /** True: a place among the chosen only when nothing better fills the band. */
  readonly lastResort: boolean
}

/** An offer after the exact look. */
export interface PlanCandidate {
  readonly offerId: number
  readonly universityId: number
  /** Place of its speciality among the wishes, from 0. */
  readonly wish: number
  /** With priority 1 or 2: never bolder than `later`. */
  readonly first: PlanStanding
  /** With priority 3 and later. */
  readonly later: PlanStanding
  /** How hard it is to get in: of two, the harder one is wanted more. */
  readonly demand: number
}
