import { describe, expect, it } from 'vitest'
import type { Application } from './application.ts'
import { byChance } from './by-chance.ts'
import { admissionChance } from './chance.ts'
import type { Chance } from './chance-types.ts'

const rivals = (count: number): Application[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ score: 190_000, priority: 1, status: 6, quota: null, interview: false, funding: 'budget' },
    applicantKey: `${index}`,
  }))

function chance(above: number, lastYear: number | null = null, maxBudget: number | null = 10): Chance {
  const places = { kind: 'open', maxBudget, quotaPlaces: { Q1: 0, Q2: 0 } } as const
  return admissionChance({
    applications: rivals(above),
    myScore: 180_000,
    places,
    minimum: 130_000,
    lastYear,
  })
}

describe('byChance', () => {
  it('puts the best tier first, then the largest margin, then what has no history', () => {
    const [high, safer, unknown] = [chance(5, 179_000), chance(7, 170_000), chance(1)]
    expect([unknown, high, safer].sort(byChance)).toEqual([safer, high, unknown])
    const veryLow = chance(300, 100_000)
    expect([veryLow, high].sort(byChance)).toEqual([high, veryLow])
  })

  it('puts an unknown rank after every rank, and no state-funded places last', () => {
    const [veryLow, unlisted, none] = [chance(300), chance(0), chance(5, null, 0)]
    expect([none, null, unlisted, veryLow].sort(byChance)).toEqual([veryLow, unlisted, null, none])
  })
})
