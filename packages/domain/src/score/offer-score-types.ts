import type { NmtYear, SubjectCode } from '../admission/subjects.ts'
import type { Score } from './score.ts'

/** The lowest scores with which an offer admits; `contract` is null when only the budget has one. */
export interface MinimumScores {
  readonly budget: Score
  readonly contract: Score | null
}

/** Weight of one subject in an offer and the grade it demands there (null: the general 100). */
export interface SubjectRule {
  readonly k: string
  readonly minGrade: number | null
}

/** What an offer demands and how it weighs grades. Decimals are text: '0.35', '1.07'. */
export interface OfferRules {
  /** Year of the admission campaign. */
  readonly year: number
  readonly specialityCode: string
  readonly weights: Readonly<Partial<Record<SubjectCode, SubjectRule>>>
  /** Largest weight of an elective where known; a heavier elective among `weights` wins. */
  readonly k4max: string | null
  readonly rk: string
  readonly specialSupport: boolean
  readonly minScore: MinimumScores
  /** Weight of the creative contest, null when there is none. */
  readonly creative: { readonly k: string } | null
  /** Points for preparatory courses, '0' to '10'; counted for special-support specialities only. */
  readonly ou?: string | undefined
}

/** A student's grades and the offer they are for. A grade below 100 (stored as 0) is a test not passed. */
export interface OfferScoreInput {
  readonly nmtYear: NmtYear
  readonly grades: Readonly<Partial<Record<SubjectCode, number>>>
  readonly offer: OfferRules
  /** Grade of the creative contest, where the offer has one and the student knows it. */
  readonly creativeGrade?: number | null | undefined
}

/** A summand of the score: `grade` times `k`; trailing zeros are gone from `k`. */
export interface ScoreTerm {
  readonly subject: SubjectCode | 'creative'
  readonly grade: number
  readonly k: string
}

/** The numbers of the line "how it was computed": (terms + ...) / divisor, + ou, x rk, x gk. */
export interface ScoreParts {
  readonly nmtYear: NmtYear
  readonly terms: readonly ScoreTerm[]
  /** Exact sum of weights as the formula of that year has it: '1.4'. */
  readonly divisor: string
  /** '0' when none are counted. */
  readonly ou: string
  /** At least two decimals: '1.00', '1.07'. */
  readonly rk: string
  /** Multiplier of priorities 1 and 2: '1.02' with special support, else '1.00'. */
  readonly gk: string
}

/** A minimum that a score does not reach: for which places, and how much is demanded. */
export interface BelowMinimum {
  readonly budget: boolean
  readonly contract: boolean
  readonly minimum: Score
}

/** The score for an offer. With special support it depends on the priority of the application. */
export interface Scored {
  readonly kind: 'scored'
  /** With priority 1 or 2. */
  readonly first: Score
  /** With priority 3 and later. */
  readonly later: Score
  /** True when `first` and `later` differ, so that both must be shown. */
  readonly gkMatters: boolean
  /** The elective that gives the best score; null for the test of 2022, which had none. */
  readonly elective: SubjectCode | null
  readonly parts: ScoreParts
  /** Judged by `first`: not null means that no priority helps. */
  readonly belowMinimum: BelowMinimum | null
  /** Judged by `later`. */
  readonly laterBelowMinimum: BelowMinimum | null
}

/** Why there is no score. `subject: null` means "none of the electives". */
export type ScoreRefusal =
  | { readonly kind: 'refused'; readonly reason: 'SUBJECT_NOT_PASSED'; readonly subject: SubjectCode }
  | { readonly kind: 'refused'; readonly reason: 'SUBJECT_MISSING'; readonly subject: SubjectCode | null }
  | {
      readonly kind: 'refused'
      readonly reason: 'SUBJECT_BELOW_MINIMUM'
      readonly subject: SubjectCode
      readonly required: number
      readonly grade: number
    }
  | { readonly kind: 'refused'; readonly reason: 'CREATIVE_MISSING' }
  | { readonly kind: 'refused'; readonly reason: 'CREATIVE_NOT_PASSED' }
  /** The offer's weights are not known (well enough): nothing can be computed for anybody. */
  | { readonly kind: 'refused'; readonly reason: 'WEIGHTS_MISSING'; readonly subject: SubjectCode | null }
  /** Grades too old for the campaign; `oldest` is the earliest year it takes. */
  | { readonly kind: 'refused'; readonly reason: 'NMT_YEAR_NOT_ACCEPTED'; readonly oldest: NmtYear }

/** Score of a student for an offer, or the reason why there is none. */
export type OfferScore = Scored | ScoreRefusal
