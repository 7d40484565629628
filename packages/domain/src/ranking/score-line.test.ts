import { describe, expect, it } from 'vitest'
import type { Application } from './application.ts'
import type { BudgetPlaces } from './chance-types.ts'
import { lastPlace, scoreLine } from './score-line.ts'

let nextKey = 0
const application = (score: number, over: Partial<Application> = {}): Application => ({
  ...{ score, priority: 1, status: 6, quota: null, interview: false, funding: 'budget' },
  applicantKey: `a${(nextKey += 1)}`,
  ...over,
})
const places = (maxBudget: number | null, Q1 = 0, Q2 = 0): BudgetPlaces => ({
  ...{ kind: 'open', maxBudget, quotaPlaces: { Q1, Q2 } },
})

describe('scoreLine', () => {
  it('holds each who competes once, best first, and counts those apart', () => {
    const list = [
      application(150_000, { applicantKey: 'twice' }),
      application(160_000, { applicantKey: 'twice' }),
      application(190_000),
      application(199_000, { status: 3 }),
      application(140_000, { quota: 'Q1' }),
      application(141_000, { interview: true }),
      application(170_000, { funding: 'contract' }),
    ]
    expect(scoreLine(list, 'budget')).toEqual({ scores: [190_000, 160_000], apart: 2 })
    expect(scoreLine(list, 'contract')).toEqual({ scores: [170_000], apart: 0 })
  })
})

describe('lastPlace', () => {
  const general = [190_000, 180_000, 170_000, 160_000].map((score) => application(score))

  it.each([
    ['the third of three places', places(3), { kind: 'at', score: 170_000 }],
    ['unclaimed quota places are everybody’s', places(3, 1, 1), { kind: 'at', score: 170_000 }],
    ['exactly enough', places(4), { kind: 'at', score: 160_000 }],
    ['more places than applicants', places(5), { kind: 'beyond-all' }],
    ['no budget places', places(0), null],
    ['nobody published any', places(null), null],
  ] as const)('%s', (_what, given, found) => {
    expect(lastPlace(general, given)).toEqual(found)
  })

  it('takes claimed quota places off, and lets who found the quota full compete', () => {
    const quota = [application(130_000, { quota: 'Q1' }), application(175_000, { quota: 'Q1' })]
    // 175 takes the one quota place; 130 competes for the other two, in vain.
    expect(lastPlace([...general, ...quota], places(3, 1))).toEqual({ kind: 'at', score: 180_000 })
  })

  it('says nothing when quotas take every place', () => {
    expect(lastPlace([application(150_000, { quota: 'Q1' })], places(1, 1))).toBeNull()
  })
})
