import { describe, expect, it } from 'vitest'
import type { NmtResult, Preferences } from '@abitly/database'
import { applications, PRIMARY_EDUCATION } from '../../bot/testing/sample-offers.ts'
import { ownVerdict } from './own-verdict.ts'
import type { Verdict } from './judge-offer.ts'

const RESULTS: NmtResult[] = [
  { nmtYear: 2025, source: 'own', grades: { ukr: 180, math: 165, hist: 175, foreign: 172 } },
]
const LIST = applications([5, 174_000, 1])

const verdictOf = (priority: Preferences['priority']): Verdict =>
  ownVerdict({ results: RESULTS, preferences: { priority, quota: null } }, PRIMARY_EDUCATION, LIST)

describe('an own verdict', () => {
  it('has two results while the priority is not told', () => {
    expect(verdictOf(null)).toMatchObject({
      score: { first: 176_494, later: 173_033, gkMatters: true },
      first: { rank: { best: 1 } },
      later: { rank: { best: 6 } },
    })
  })

  it.each([
    ['first', 176_494, 1],
    ['later', 173_033, 6],
  ] as const)('has one for priority “%s”', (priority, score, best) => {
    expect(verdictOf(priority)).toMatchObject({
      score: { first: score, later: score, gkMatters: false },
      first: { rank: { best } },
      later: null,
    })
  })
})
