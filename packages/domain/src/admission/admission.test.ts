import { describe, expect, it } from 'vitest'
import { campaignOf } from './campaign.ts'
import { minimumScores } from './minimum-scores.ts'
import { regionalMultiplier } from './regional-multiplier.ts'
import { branchMultiplier, hasSpecialSupport } from './special-support.ts'
import { specialityOf } from './speciality-code.ts'
import {
  ELECTIVE_SUBJECTS,
  isNmtYear,
  isSubjectCode,
  MANDATORY_SUBJECTS,
  NMT_YEARS,
  SUBJECTS,
} from './subjects.ts'

describe('subjects of the test', () => {
  it('are four from 2024 on, three before', () => {
    expect(NMT_YEARS.map((year) => MANDATORY_SUBJECTS(year).length)).toEqual([3, 2, 3, 3, 3])
    expect(NMT_YEARS.map((year) => ELECTIVE_SUBJECTS(year).length)).toEqual([0, 5, 6, 6, 6])
  })

  it('are never mandatory and elective at once', () => {
    for (const year of NMT_YEARS) {
      const all = [...MANDATORY_SUBJECTS(year), ...ELECTIVE_SUBJECTS(year)]
      expect(new Set(all).size).toBe(all.length)
      expect(all.every((code) => SUBJECTS.includes(code))).toBe(true)
    }
  })

  it('and years are recognised', () => {
    expect([2021, 2022, 2026, 2027, 2025.5].map(isNmtYear)).toEqual([false, true, true, false, false])
    expect(['ukr', 'UKR', 'latin', 'toString'].map(isSubjectCode)).toEqual([true, false, false, false])
  })
})

describe('specialityOf', () => {
  it.each([
    ['F3', 'F3'],
    ['A4.09', 'A4'],
    ['A4 (fine arts)', 'A4'],
    [' g19 ', 'G19'],
    ['014.01', '014'],
    ['', ''],
    ['design', 'DESIGN'],
  ])('%j is %j', (code, speciality) => {
    expect(specialityOf(code)).toBe(speciality)
  })
})

describe('minimumScores', () => {
  const general = { budget: 130_000, contract: null }
  const strict = { budget: 150_000, contract: 150_000 }

  it.each([
    [2025, 'F3', general],
    [2025, 'D8', strict],
    [2025, 'C1', general],
    [2026, 'C1', strict],
    [2026, 'I8', strict],
    [2025, 'I7', general],
    [2024, '081', strict],
    [2024, '122', general],
    [2023, '222', strict],
    [2023, '081', { budget: 140_000, contract: null }],
    [2030, 'D8', general],
  ] as const)('%d %s', (year, code, minimum) => {
    expect(minimumScores(year, code)).toEqual(minimum)
  })
})

describe('special support', () => {
  it('holds the list of 2025, to which 2026 adds J4', () => {
    const supported = [
      'A2',
      'A6',
      'A4.09',
      'E3',
      'E8',
      'G1',
      'G16',
      'G19',
      'H5',
      'H7',
      'J6',
      'J8',
      'K2',
      'K5',
      'K10',
    ]
    const others = [
      'A1',
      'A7',
      'E2',
      'E9',
      'F3',
      'G17',
      'G18',
      'G20',
      'H6',
      'H8',
      'J4',
      'J5',
      'K3',
      'K4',
      'K9',
      'K11',
    ]
    expect(supported.filter((code) => hasSpecialSupport(2025, code) !== true)).toEqual([])
    expect(others.filter((code) => hasSpecialSupport(2025, code) !== false)).toEqual([])
    expect(hasSpecialSupport(2026, 'J4')).toBe(true)
    expect(hasSpecialSupport(2024, '013')).toBeNull()
  })

  it('raises the score for priorities 1 and 2 only', () => {
    expect([1, 2, 3, 5].map((priority) => branchMultiplier(true, priority))).toEqual([
      '1.02',
      '1.02',
      '1.00',
      '1.00',
    ])
    expect(branchMultiplier(false, 1)).toBe('1.00')
  })
})

describe('regionalMultiplier', () => {
  it.each([
    [2025, '63', '1.07'],
    [2025, '51', '1.07'],
    [2025, '74', '1.04'],
    [2025, '80', '1.00'],
    [2026, '48', '1.07'],
    [2023, '74', '1.07'],
    [2023, '51', '1.04'],
    [2023, '14', '1.04'],
    [2024, '63', null],
  ])('%d, region %s: %s', (year, region, multiplier) => {
    expect(regionalMultiplier(year, region)).toBe(multiplier)
  })
})

describe('campaignOf', () => {
  it('tells which grades are taken and how many applications may be filed', () => {
    expect(campaignOf(2025)).toMatchObject({
      oldestNmtYear: 2022,
      limits: { total: 15, budget: 5, contract: 10 },
    })
    expect(campaignOf(2026)).toMatchObject({ oldestNmtYear: 2023, limits: { total: 10, budget: 5 } })
    expect(campaignOf(2019)).toBeNull()
  })
})
