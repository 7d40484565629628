import type { Quota } from '../ranking/application.ts'
import type { Score } from '../score/score.ts'

/** An offer with budget places. */
export interface PlacementOffer {
  readonly id: number
  /** All budget places, those of the quotas included. */
  readonly places: number
  /**
   * Places reserved inside `places`; what nobody claims returns to the general competition. Reserved
   * places beyond `places` are cut, those of Q2 first.
   */
  readonly quotaPlaces?: Readonly<Partial<Record<Quota, number>>> | undefined
}

/** An application of one applicant to one offer. */
export interface PlacementApplication {
  readonly offerId: number
  readonly score: Score
  /** 1 is the most wanted; unique for the applicant. */
  readonly priority: number
  readonly quota?: Quota | null | undefined
}

/** An applicant and every application that takes part: active, admitted, for a budget place. */
export interface PlacementApplicant {
  readonly key: string
  readonly applications: readonly PlacementApplication[]
}

/** The one recommendation of an applicant. */
export interface PlacementSeat {
  readonly offerId: number
  readonly priority: number
  readonly score: Score
  readonly line: 'general' | Quota
}

/** Who goes where. */
export interface Placement {
  /** By applicant key; who is not here is placed nowhere. */
  readonly seats: ReadonlyMap<string, PlacementSeat>
  /** Lowest score placed on the general line of each offer; null when nobody is. */
  readonly cutoffs: ReadonlyMap<number, Score | null>
}
