import type { MinimumScores } from '../score/offer-score-types.ts'
import { specialityOf } from './speciality-code.ts'

const GENERAL: MinimumScores = { budget: 130_000, contract: null }
const STRICT: MinimumScores = { budget: 150_000, contract: 150_000 }
const STRICT_ON_BUDGET_2023: MinimumScores = { budget: 140_000, contract: null }

const STRICT_2025 = ['C3', 'D4', 'D8', 'D9', 'I1', 'I2', 'I3', 'I4', 'I8']

/**
 * Specialities with 150 for budget and contract alike. Codes before 2025: 221 dentistry, 222 medicine,
 * 228 paediatrics, 226 pharmacy, 081 law, 281 public administration, 293 international law,
 * 291 international relations, 292 international economic relations. Source: README.md, "Minimum scores".
 */
const STRICT_SPECIALITIES: ReadonlyMap<number, readonly string[]> = new Map([
  [2023, ['221', '222', '228']],
  [2024, ['221', '222', '228', '226', '081', '281', '293', '291', '292']],
  [2025, STRICT_2025],
  [2026, [...STRICT_2025, 'C1']],
])

/** In 2023 these demanded 140, on budget only. One source. */
const MIDDLE_2023 = ['081', '281', '293', '291', '292', '226']

/**
 * Lowest scores with which a speciality admits in a campaign. The general 130 for budget places is taken
 * for years we do not know, the strict lists are not.
 */
export function minimumScores(year: number, specialityCode: string): MinimumScores {
  const speciality = specialityOf(specialityCode)
  if (STRICT_SPECIALITIES.get(year)?.includes(speciality) === true) return STRICT
  return year === 2023 && MIDDLE_2023.includes(speciality) ? STRICT_ON_BUDGET_2023 : GENERAL
}
