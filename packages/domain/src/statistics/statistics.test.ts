import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Application } from '../ranking/application.ts'
import { rankRange } from '../ranking/rank-range.ts'
import { competitorsOf } from './competitors.ts'
import { gradeSummary } from './grade-summary.ts'
import { priorityHistogram } from './priority-histogram.ts'
import { shareBelow } from './share-below.ts'
import { quantile, spreadOf } from './spread.ts'

const scores = fc.array(fc.integer({ min: 100_000, max: 200_000 }), { minLength: 1, maxLength: 60 })

function application(score: number, more: Partial<Application> = {}): Application {
  const one = { score, priority: 1, status: 6, quota: null, interview: false, funding: 'budget' as const }
  return { ...one, applicantKey: `${score}`, ...more }
}

describe('shareBelow', () => {
  it.each([
    [[150_000, 160_000, 170_000, 190_000], 180_000, { below: 3, of: 4, percent: 75 }],
    [[180_000, 180_000], 180_000, { below: 0, of: 2, percent: 0 }],
    [[179_999], 180_000, { below: 1, of: 1, percent: 100 }],
    [[1, 1, 3], 2, { below: 2, of: 3, percent: 67 }],
    // 12.5 %
    [[1, 3, 3, 3, 3, 3, 3, 3], 2, { below: 1, of: 8, percent: 13 }],
  ])('of %j below %i', (list, mine, share) => {
    expect(shareBelow(list, mine)).toEqual(share)
  })

  it('says all or none only where it is so', () => {
    const lower = Array.from({ length: 999 }, () => 1)
    expect(shareBelow([...lower, 3], 2)?.percent).toBe(99)
    expect(shareBelow([...lower.map(() => 3), 1], 2)?.percent).toBe(1)
  })

  it('is nothing without a list', () => {
    expect(shareBelow([], 180_000)).toBeNull()
  })

  it('agrees with the rank: who is not below stands at or above', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 100_000, max: 200_000 }), (list, mine) => {
        const applications = list.map((score, index) => application(score, { applicantKey: `${index}` }))
        const rank = rankRange(applications, mine)
        const share = shareBelow(
          competitorsOf(applications, 'budget').map(({ score }) => score),
          mine,
        )
        expect((share?.below ?? 0) + rank.worst).toBe(rank.of)
      }),
    )
  })

  it('never falls when the score rises', () => {
    fc.assert(
      fc.property(scores, fc.nat(200_000), fc.nat(5000), (list, mine, rise) => {
        const percent = (score: number): number => shareBelow(list, score)?.percent ?? 0
        expect(percent(mine + rise)).toBeGreaterThanOrEqual(percent(mine))
      }),
    )
  })
})

describe('spreadOf', () => {
  it('takes every figure from the list, but for the average', () => {
    expect(spreadOf([170_000, 150_000, 160_000, 180_000])).toEqual({
      min: 150_000,
      lowerQuartile: 150_000,
      median: 160_000,
      upperQuartile: 170_000,
      max: 180_000,
      average: 165_000,
    })
  })

  it('rounds the average half up, in thousandths', () => {
    expect(spreadOf([150_000, 150_001])?.average).toBe(150_001)
    expect(spreadOf([150_000, 150_000, 150_001])?.average).toBe(150_000)
  })

  it('is nothing without a list', () => {
    expect(spreadOf([])).toBeNull()
  })

  it('is in order, and each quantile splits the list as it says', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 100 }), (list, percent) => {
        const { min, lowerQuartile, median, upperQuartile, max, average } = spreadOf(list)!
        expect([min, lowerQuartile, median, upperQuartile, max]).toEqual(
          [min, lowerQuartile, median, upperQuartile, max].sort((a, b) => a - b),
        )
        expect(average).toBeGreaterThanOrEqual(min)
        expect(average).toBeLessThanOrEqual(max)
        const sorted = list.toSorted((a, b) => a - b)
        const value = quantile(sorted, percent)!
        expect(sorted).toContain(value)
        expect(list.filter((score) => score <= value).length * 100).toBeGreaterThanOrEqual(
          percent * list.length,
        )
        expect(list.filter((score) => score < value).length * 100).toBeLessThan(percent * list.length)
      }),
    )
  })
})

describe('priorityHistogram', () => {
  it('counts each priority, later ones and unknown ones together', () => {
    const priorities = [1, 1, 2, 3, 5, 6, 15, null]
    expect(priorityHistogram(priorities.map((priority) => ({ priority })))).toEqual({
      counts: [2, 1, 1, 0, 1],
      later: 2,
      unknown: 1,
      of: 8,
    })
  })

  it('adds up, whatever the list', () => {
    const priority = fc.option(fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(fc.array(fc.record({ priority })), (list) => {
        const { counts, later, unknown, of } = priorityHistogram(list)
        expect(counts.reduce((sum, n) => sum + n, 0) + later + unknown).toBe(of)
        expect(of).toBe(list.length)
      }),
    )
  })
})

describe('competitorsOf', () => {
  const list = [
    application(1),
    application(2, { quota: 'Q1' }),
    application(3, { interview: true }),
    application(4, { status: 3 }),
    application(5, { funding: 'contract' }),
    application(6, { funding: 'contract', status: 16 }),
    application(7, { funding: 'contract', applicantKey: '5' }),
  ]

  it('are for the budget those of the general line', () => {
    expect(competitorsOf(list, 'budget').map(({ score }) => score)).toEqual([1])
  })

  it('are for a contract all that take part, each person once', () => {
    expect(competitorsOf(list, 'contract').map(({ score }) => score)).toEqual([7])
  })
})

describe('gradeSummary', () => {
  it('has the mean with two decimals, and the two best subjects', () => {
    expect(gradeSummary({ ukr: 180, math: 190, hist: 170, phys: 185 })).toEqual({
      averageHundredths: 18_125,
      strongest: [
        { subject: 'math', grade: 190 },
        { subject: 'phys', grade: 185 },
      ],
      notPassed: [],
    })
  })

  it('rounds the mean half up', () => {
    expect(gradeSummary({ ukr: 150, math: 150, hist: 151 })?.averageHundredths).toBe(15_033)
    expect(gradeSummary({ ukr: 150, math: 151, hist: 151 })?.averageHundredths).toBe(15_067)
    const eighths = { ukr: 151, math: 150, hist: 150, phys: 150, chem: 150, bio: 150, geo: 150, lit: 150 }
    // 150.125
    expect(gradeSummary(eighths)?.averageHundredths).toBe(15_013)
  })

  it('leaves out and names what was not passed', () => {
    expect(gradeSummary({ ukr: 0, math: 160 })).toEqual({
      averageHundredths: 16_000,
      strongest: [{ subject: 'math', grade: 160 }],
      notPassed: ['ukr'],
    })
  })

  it('is nothing where nothing was passed', () => {
    expect(gradeSummary({})).toBeNull()
    expect(gradeSummary({ ukr: 0 })).toBeNull()
  })
})
