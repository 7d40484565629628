import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Application } from './application.ts'
import { candidatesOf } from './candidates.ts'
import { rankRange } from './rank-range.ts'

let lastKey = 0
function application(score: number, more: Partial<Application> = {}): Application {
  lastKey += 1
  return {
    score,
    priority: 1,
    status: 6,
    quota: null,
    interview: false,
    funding: 'budget',
    applicantKey: `applicant-${lastKey}`,
    ...more,
  }
}

describe('rankRange', () => {
  it('is a range when others have the same score', () => {
    const list = [190_000, 183_571, 183_571, 183_571, 170_000].map((score) => application(score))
    expect(rankRange(list, 183_571)).toEqual({ best: 2, worst: 5, of: 6 })
    expect(rankRange(list, 183_572)).toEqual({ best: 2, worst: 2, of: 6 })
  })

  it('is the first of one in an empty list, and never beyond the number of all', () => {
    expect(rankRange([], 150_000)).toEqual({ best: 1, worst: 1, of: 1 })
    expect(rankRange([application(200_000)], 100_000)).toEqual({ best: 2, worst: 2, of: 2 })
  })

  it('does not count the student twice', () => {
    const list = [application(190_000), application(180_000, { applicantKey: 'me' }), application(180_000)]
    expect(rankRange(list, 180_000, 'me')).toEqual({ best: 2, worst: 3, of: 3 })
    expect(rankRange(list, 180_000)).toEqual({ best: 2, worst: 4, of: 4 })
  })

  it.each([
    ['withdrawn', { status: 3 }],
    ['deactivated', { status: 16 }],
    ['for a contract', { funding: 'contract' }],
    ['of quota 1', { quota: 'Q1' }],
    ['of quota 2 by interview', { quota: 'Q2', interview: true }],
    ['by interview', { interview: true }],
  ] as [string, Partial<Application>][])('leaves out an application %s', (_name, more) => {
    expect(rankRange([application(200_000, more)], 150_000)).toEqual({ best: 1, worst: 1, of: 1 })
  })

  it('counts an applicant once, by the best active application', () => {
    const list = [
      application(200_000, { applicantKey: 'twice', status: 8 }),
      application(160_000, { applicantKey: 'twice' }),
      application(170_000, { applicantKey: 'twice' }),
    ]
    expect(rankRange(list, 165_000)).toEqual({ best: 2, worst: 2, of: 2 })
  })

  it('agrees with its definition for any list', () => {
    const scores = fc.array(fc.integer({ min: 150_000, max: 150_020 }), { maxLength: 60 })
    fc.assert(
      fc.property(scores, fc.integer({ min: 150_000, max: 150_020 }), (list, mine) => {
        const { best, worst, of } = rankRange(
          list.map((score) => application(score)),
          mine,
        )
        const sorted = [...list, mine].sort((a, b) => b - a)
        expect([best, worst, of]).toEqual([
          sorted.indexOf(mine) + 1,
          sorted.lastIndexOf(mine) + 1,
          sorted.length,
        ])
      }),
    )
  })
})

describe('candidatesOf', () => {
  it('sets quota and interview applicants apart', () => {
    const candidates = candidatesOf([
      application(1),
      application(2, { quota: 'Q1' }),
      application(3, { quota: 'Q2', interview: true }),
      application(4, { interview: true }),
    ])
    expect(candidates.general.map(({ score }) => score)).toEqual([1])
    expect(candidates.quotas.Q1.map(({ score }) => score)).toEqual([2])
    expect(candidates.quotas.Q2.map(({ score }) => score)).toEqual([3])
    expect(candidates.interviews.map(({ score }) => score)).toEqual([4])
  })
})
