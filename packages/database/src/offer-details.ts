import type { SubjectCode } from './subject-code.ts'

/** A name in both languages; English is null where nobody publishes one. */
export interface Names {
  uk: string
  en: string | null
}

/** Weight of one subject in the score of an offer. */
export interface SubjectWeight {
  /** Exact decimal, e.g. '0.35'. */
  k: string
  /** Lowest grade the offer accepts; null: only "passed" is asked. */
  minGrade: number | null
}

export type OfferKind = 'open' | 'fixed' | 'nonbudget'
export type StudyForm = 'full-time' | 'part-time' | 'evening' | 'distance'

/** Places of an offer; null where nobody published the number. */
export interface OfferPlaces {
  /** All first-year places, state-funded and paid. */
  licenceVolume: number | null
  /** Ceiling of state-funded places (open offers); the real number is often lower. 0: no budget places. */
  maxBudget: number | null
  /** Exact number of state-funded places (fixed offers). */
  fixedBudget: number | null
  /** Floor of state-funded places of an open offer. */
  minBudget: number | null
  contractVolume: number | null
  /** Places inside the budget ones that are kept for quota applicants. */
  quota1: number | null
  quota2: number | null
}

/** Counters of the campaign; averages are scores in thousandths. */
export interface OfferStatistics {
  applied: number | null
  budgetApplied: number | null
  avgBudgetScore: number | null
  avgContractScore: number | null
}

/** A former year of the same programme; scores in thousandths. */
export interface OfferHistory {
  year: number
  minEnrolledBudget: number | null
  minEnrolledContract: number | null
  generated: boolean
}

/** Everything the bot shows of an offer, and every number its score needs. */
export interface OfferDetails {
  /** EDBO id, new each year. */
  offerId: number
  year: number
  programme: Names
  university: { id: number; edboId: number | null; name: Names; short: Names }
  faculty: Names | null
  speciality: {
    code: string
    name: Names
    field: { letter: string; name: Names }
    specialisation: string | null
  }
  region: { id: number; osvitaId: number; name: Names }
  degree: string
  /** Required schooling, 'ПЗСО' = complete secondary education. */
  base: string
  form: StudyForm
  kind: OfferKind
  /** Free text of the site, e.g. '01.09.2025 - 30.06.2029 (…)'. */
  term: string | null
  /** Price of a year in hryvnias. */
  price: number | null
  /** The offer's own table, else its speciality's of that year; empty: nobody published one. */
  weights: Partial<Record<SubjectCode, SubjectWeight>>
  weightsSource: 'offer' | 'speciality' | 'none'
  /** Largest weight among the electives of `weights`, e.g. '0.40'; null without weights. */
  k4max: string | null
  /** Weight of the creative contest, for the offers that have one. */
  creative: { k: string } | null
  /** Regional multiplier of the offer's place, e.g. '1.07'. */
  rk: string
  /** True: applications of priority 1 and 2 are multiplied by the branch multiplier. */
  specialSupport: boolean
  /** Lowest competitive score (thousandths) to be admitted; contract null: no such limit. */
  minScore: { budget: number; contract: number | null }
  places: OfferPlaces
  statistics: OfferStatistics
  /** The newest former year we hold. */
  lastYear: OfferHistory | null
  /** The moment these numbers were taken from their source. */
  dataAt: Date
  /** What is invented for want of published data. The reader must be told. */
  generated: { places: boolean; applicants: boolean; history: boolean }
  /** The offer's page on the site it was published on. */
  officialUrl: string
}
