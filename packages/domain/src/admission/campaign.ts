import type { NmtYear } from './subjects.ts'

/** How many applications one applicant may file; null: not limited or not known. */
export interface ApplicationLimits {
  readonly total: number | null
  readonly budget: number
  readonly contract: number | null
  /** Priorities run from 1 to this number. */
  readonly lastPriority: number
}

/** Settings of one admission campaign. */
export interface Campaign {
  readonly year: number
  /** The earliest test whose grades the campaign takes. */
  readonly oldestNmtYear: NmtYear
  readonly limits: ApplicationLimits
}

/**
 * Source: README.md, "Campaigns". 2023 and 2024: budget applications with priorities 1 to 5 of their own.
 * 2025: one line of priorities for budget and contract. The limits of 2026 rest on one source.
 */
const CAMPAIGNS: readonly Campaign[] = [
  {
    year: 2023,
    oldestNmtYear: 2022,
    limits: { total: null, budget: 5, contract: null, lastPriority: 5 },
  },
  {
    year: 2024,
    oldestNmtYear: 2022,
    limits: { total: null, budget: 5, contract: null, lastPriority: 5 },
  },
  {
    year: 2025,
    oldestNmtYear: 2022,
    limits: { total: 15, budget: 5, contract: 10, lastPriority: 15 },
  },
  {
    year: 2026,
    oldestNmtYear: 2023,
    limits: { total: 10, budget: 5, contract: null, lastPriority: 10 },
  },
]

/** Settings of the campaign of that year; null when we do not know it. */
export function campaignOf(year: number): Campaign | null {
  return CAMPAIGNS.find((campaign) => campaign.year === year) ?? null
}
