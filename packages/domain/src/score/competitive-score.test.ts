import { describe, expect, it } from 'vitest'
import { competitiveScore, type ScoreInput, scoreBy } from './competitive-score.ts'
import { FORMULAS } from './formula.ts'

const F3_2025: ScoreInput = {
  nmtYear: 2025,
  subjects: [
    { code: 'ukr', grade: 180, k: '0.30' },
    { code: 'math', grade: 190, k: '0.50' },
    { code: 'hist', grade: 170, k: '0.20' },
    { code: 'foreign', grade: 185, k: '0.30' },
  ],
  k4max: '0.40',
  rk: '1.00',
  gk: '1.00',
}

const withGrade = (grade: string | number): ScoreInput => ({
  ...F3_2025,
  subjects: F3_2025.subjects.map((subject) => (subject.code === 'ukr' ? { ...subject, grade } : subject)),
})

describe('competitiveScore', () => {
  it('takes the formula of the year of the grades', () => {
    expect(competitiveScore(F3_2025)).toBe(176667)
    expect(competitiveScore({ ...F3_2025, nmtYear: 2026 })).toBe(176667)
    expect(competitiveScore({ ...F3_2025, nmtYear: 2024 })).toBe(183462)
    const three = F3_2025.subjects.slice(0, 3)
    expect(competitiveScore({ ...F3_2025, nmtYear: 2022, subjects: three })).toBe(183000)
  })

  it('lets a lighter elective than the heaviest lower the score even below 100', () => {
    const subjects = F3_2025.subjects.map((subject) => ({ ...subject, grade: 100 }))
    expect(competitiveScore({ ...F3_2025, subjects })).toBe(96296)
  })

  it('rounds an exact half up, once, after the multipliers', () => {
    const subjects = [
      { code: 'hist', grade: 138, k: '0.40' },
      { code: 'math', grade: 153, k: '0.25' },
      { code: 'ukr', grade: 150, k: '0.35' },
    ] as const
    expect(competitiveScore({ nmtYear: 2023, subjects, rk: '1.07', gk: '1' })).toBe(156167)
  })

  it('cuts at 200 after the multipliers, not before', () => {
    const subjects = F3_2025.subjects.map((subject) => ({ ...subject, grade: 200 }))
    expect(competitiveScore({ ...F3_2025, subjects, rk: '1.07', gk: '1.02' })).toBe(200000)
    expect(competitiveScore({ ...F3_2025, subjects, rk: '1.07' })).toBe(200000)
    expect(competitiveScore({ ...F3_2025, subjects })).toBe(192593)
  })

  it('adds preparatory points before the multipliers, and after them where a year says so', () => {
    const input = { ...F3_2025, ou: '10', rk: '1.07' }
    expect(competitiveScore(input)).toBe(199733)
    expect(scoreBy({ ...FORMULAS[2025], ou: 'after-multipliers' }, input)).toBe(199033)
  })

  it('weighs the creative contest in both the sum and the divisor', () => {
    const creative = { grade: 200, k: '0.50' }
    expect(competitiveScore({ ...F3_2025, creative })).toBe(182973)
  })

  it.each([
    [
      'a subject twice',
      { ...F3_2025, subjects: [...F3_2025.subjects.slice(1), { code: 'math', grade: 150, k: '0.5' }] },
      /different subjects/,
    ],
    ['too few subjects', { ...F3_2025, subjects: F3_2025.subjects.slice(1) }, /needs 4 different subjects/],
    ['no k4max in 2025', { ...F3_2025, k4max: null }, /k4max for NMT 2025/],
    [
      'a k4max that is not the largest',
      { ...F3_2025, k4max: '0.2' },
      /k4max 0.2 is less than 0.30 of foreign/,
    ],
    ['a grade not passed', withGrade(99), /grade of ukr is 99/],
    ['a grade above 200', withGrade('200.5'), /grade of ukr is 200.5/],
    ['a grade that is no number', withGrade(Number.NaN), /grade of ukr is "NaN"/],
    ['a comma in a multiplier', { ...F3_2025, rk: '1,07' }, /rk is "1,07"/],
    ['more than ten points', { ...F3_2025, ou: '10.5' }, /ou is 10.5/],
  ] as [string, ScoreInput, RegExp][])('refuses %s', (_name, input, message) => {
    expect(() => competitiveScore(input)).toThrow(message)
  })

  it('refuses two electives where the formula needs one', () => {
    const subjects = [
      ...F3_2025.subjects.filter(({ code }) => code !== 'hist'),
      { code: 'phys', grade: 150, k: '0.4' } as const,
    ]
    expect(() => competitiveScore({ ...F3_2025, subjects })).toThrow(/2 electives for NMT 2025/)
  })

  it('refuses weights that are all nought', () => {
    const subjects = F3_2025.subjects.map((subject) => ({ ...subject, k: '0' }))
    expect(() => competitiveScore({ ...F3_2025, subjects, k4max: '0' })).toThrow(/weights sum to 0/)
  })
})
