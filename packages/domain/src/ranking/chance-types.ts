import type { Score } from '../score/score.ts'
import type { Application, Quota } from './application.ts'
import type { RankRange } from './rank-range.ts'
import type { StayPercent } from './stay-percent.ts'

/** Chance of a budget place; 'none' means that the offer has no budget places. */
export type ChanceTier = 'high' | 'medium' | 'low' | 'very-low' | 'none'

/** Budget places of an offer as published. */
export interface BudgetPlaces {
  /** Open: `maxBudget` is a ceiling, real places are often fewer. Fixed: it is exact. */
  readonly kind: 'open' | 'fixed' | 'nonbudget'
  /** All budget places, those of the quotas included; null or 0: none. */
  readonly maxBudget: number | null
  readonly quotaPlaces: Readonly<Record<Quota, number>>
}

/** What `admissionChance` judges. */
export interface ChanceInput {
  readonly applications: readonly Application[]
  readonly myScore: Score
  /** The student's own key, when the student is in the list. */
  readonly myKey?: string | null | undefined
  readonly places: BudgetPlaces
  /** Lowest score admitted to budget places; null: none is known. */
  readonly minimum: Score | null
  /** Lowest score enrolled on budget last year; null: no history. */
  readonly lastYear: Score | null
  /** How likely rivals stay; `DEFAULT_STAY_PERCENT` unless given. */
  readonly stayPercent?: StayPercent | undefined
}

/** Places of the general line. */
export interface GeneralPlaces {
  /** All budget places, quotas included. */
  readonly max: number
  /** Every quota place is used: what "high" is measured by. */
  readonly worst: number
  /** Quota places that nobody in the list claims have returned: what "medium" is measured by. */
  readonly likely: number
  /** All quota places have returned: what "low" is measured by. */
  readonly best: number
  /** True when `max` is an upper bound (open offer): say so beside every chance. */
  readonly ceiling: boolean
}

/** One quota of an offer. */
export interface QuotaLine {
  readonly places: number
  readonly candidates: number
  /** Candidates without a quota place who stand at or above the student and so compete generally. */
  readonly overflow: number
}

/**
 * Where a margin lies: 'safe' from +5, 'unlikely' down from -5, 'borderline' within 1.5 either way,
 * 'above' and 'below' in between.
 */
export type MarginClass = 'safe' | 'above' | 'borderline' | 'below' | 'unlikely'

/** The score against last year's lowest enrolled budget score. */
export interface Margin {
  /** Mine less last year's; negative when points are lacking. */
  readonly points: Score
  readonly lastYear: Score
  readonly class: MarginClass
}

interface ChanceFacts {
  /** Null when the offer has no budget places. */
  readonly places: GeneralPlaces | null
  readonly quotas: Readonly<Record<Quota, QuotaLine>>
  /** Applicants by interview: on a line of their own, in no rank. */
  readonly interviews: number
  /** Null when there is no history. */
  readonly margin: Margin | null
}

/** Why a rank has its tier. */
export type TierReason =
  'FITS_IF_NOBODY_LEAVES' | 'FITS_AS_EXPECTED' | 'FITS_IF_LIKELY_LEAVERS_LEAVE' | 'DOES_NOT_FIT'

/** The student has a rank and a chance. */
export interface RankedChance extends ChanceFacts {
  readonly kind: 'ranked'
  readonly tier: Exclude<ChanceTier, 'none'>
  readonly reason: TierReason
  readonly places: GeneralPlaces
  /** In the list as it stands. */
  readonly rank: RankRange
  /** Nobody above leaves, every equal score goes before, and quota overflow competes too. */
  readonly pessimistic: number
  /** Each rival stays with the probability of their priority. */
  readonly expected: number
  /** Everybody likely to leave leaves, no equal score goes before. */
  readonly optimistic: number
  /** The range to show for "when higher priorities are settled": from `optimistic` to `expected`. */
  readonly afterLeavers: { readonly best: number; readonly worst: number }
}

/** Budget places are there, but nobody has applied: the rank is unknown. */
export interface UnlistedChance extends ChanceFacts {
  readonly kind: 'no-list'
  readonly tier: null
  readonly reason: 'NO_APPLICATIONS'
  readonly places: GeneralPlaces
}

/** The offer has no budget places. */
export interface ContractOnly extends ChanceFacts {
  readonly kind: 'no-budget'
  readonly tier: 'none'
  readonly reason: 'NO_BUDGET_PLACES'
  readonly places: null
}

/** The score is below the minimum for budget places: no rank. */
export interface NotAdmitted extends ChanceFacts {
  readonly kind: 'not-admitted'
  readonly tier: null
  readonly reason: 'BELOW_MINIMUM'
  readonly places: GeneralPlaces
  readonly minimum: Score
}

/** Chance of a budget place, as numbers and reason codes. Never a promise: see `places.ceiling`. */
export type Chance = RankedChance | UnlistedChance | ContractOnly | NotAdmitted
