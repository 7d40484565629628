import { describe, expect, it } from 'vitest'
import type { Application } from './application.ts'
import { DEFAULT_STAY_PERCENT, stayPercentOf } from './stay-percent.ts'

const rival = (priority: number | null, status = 6): Application => ({
  score: 170_000,
  priority,
  status,
  quota: null,
  interview: false,
  funding: 'budget',
  applicantKey: 'rival',
})

describe('stayPercentOf', () => {
  it('falls with the priority', () => {
    const percents = [1, 2, 3, 4, 15].map((priority) => stayPercentOf(rival(priority), DEFAULT_STAY_PERCENT))
    expect(percents).toEqual([100, 40, 25, 15, 15])
  })

  it('is certain for those recommended here or in the order, and where the priority is unknown', () => {
    const settled = [rival(5, 9), rival(5, 14), rival(null)]
    expect(settled.map((each) => stayPercentOf(each, DEFAULT_STAY_PERCENT))).toEqual([100, 100, 100])
  })

  it('has defaults no kinder than the figures of 2025: 15 % pass the first priority, 6 % the third', () => {
    expect(DEFAULT_STAY_PERCENT.first).toBe(100)
    expect(DEFAULT_STAY_PERCENT.second).toBeGreaterThanOrEqual(15)
    expect(DEFAULT_STAY_PERCENT.third).toBeGreaterThanOrEqual(6)
    expect(DEFAULT_STAY_PERCENT.later).toBeGreaterThanOrEqual(6)
  })
})
