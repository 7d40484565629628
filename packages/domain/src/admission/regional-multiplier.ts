interface RaisedRegions {
  readonly '1.07': readonly string[]
  readonly '1.04': readonly string[]
}

/**
 * EDBO region codes: 12 Dnipropetrovsk, 14 Donetsk, 23 Zaporizhzhia, 44 Luhansk, 48 Mykolaiv, 51 Odesa,
 * 53 Poltava, 59 Sumy, 63 Kharkiv, 74 Chernihiv. The rest, and Kyiv, have 1.00.
 * 2023: verified on the ministry's rating list; Donetsk and Luhansk stand for their moved institutions.
 * 2025: ministry order No. 877 of 18.06.2025 as reported. 2026: not confirmed, taken over from 2025.
 */
const RAISED_2023: RaisedRegions = {
  '1.07': ['23', '48', '59', '63', '74'],
  '1.04': ['12', '14', '44', '51', '53'],
}
const RAISED_2025: RaisedRegions = { '1.07': ['23', '48', '51', '59', '63'], '1.04': ['12', '53', '74'] }

const RAISED: ReadonlyMap<number, RaisedRegions> = new Map([
  [2023, RAISED_2023],
  [2025, RAISED_2025],
  [2026, RAISED_2025],
])

/**
 * Default regional multiplier (rk) by the EDBO code of the region; null when we do not know the year.
 * An offer's own value wins: moved institutions keep theirs.
 */
export function regionalMultiplier(year: number, regionCode: string): string | null {
  const raised = RAISED.get(year)
  if (raised === undefined) return null
  if (raised['1.07'].includes(regionCode)) return '1.07'
  return raised['1.04'].includes(regionCode) ? '1.04' : '1.00'
}
