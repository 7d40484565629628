import type { OfferStanding } from '@abitly/database'
import { describe, expect, it } from 'vitest'
import { whatChanged } from './what-changed.ts'

const TOLD: OfferStanding = {
  ...{ offerId: 1, year: 2026, score: 183_571, rankBest: 63, rankWorst: 66, tier: 'high' },
  ...{ cutoff: null, applied: 477, revision: 1 },
}
const UNGRADED: OfferStanding = { ...TOLD, score: null, rankBest: null, rankWorst: null, tier: null }

describe('what has changed for a student', () => {
  it.each<[string, Partial<OfferStanding>, string[]]>([
    ['nothing', {}, []],
    ['another revision of the same numbers', { revision: 2 }, []],
    ['more applications below them', { applied: 490 }, []],
    ['the best place', { rankBest: 62 }, ['standing']],
    ['the worst place', { rankWorst: 67 }, ['standing']],
    ['the chance', { tier: 'medium' }, ['standing']],
    ['the place is gone', { rankBest: null, rankWorst: null, tier: null }, ['standing']],
    ['the cut-off is published', { cutoff: 171_204 }, ['cutoff']],
    ['both', { rankBest: 60, cutoff: 171_204 }, ['standing', 'cutoff']],
    ['other grades of their own', { score: 190_000, rankBest: 12, rankWorst: 13 }, []],
  ])('%s', (_name, change, told) => {
    expect(whatChanged(TOLD, { ...TOLD, ...change })).toEqual(told)
  })

  it.each<[string, Partial<OfferStanding>, string[]]>([
    ['the number of applications', { applied: 480 }, ['applied']],
    ['the cut-off', { cutoff: 170_000 }, ['cutoff']],
    ['nothing', {}, []],
    ['the number is not known any more', { applied: null }, []],
  ])('without grades: %s', (_name, change, told) => {
    expect(whatChanged(UNGRADED, { ...UNGRADED, ...change })).toEqual(told)
  })

  it('is neither a cut-off that is taken back nor a number nobody was told before', () => {
    expect(whatChanged({ ...TOLD, cutoff: 171_204 }, TOLD)).toEqual([])
    expect(whatChanged({ ...UNGRADED, applied: null }, UNGRADED)).toEqual([])
  })

  it('is not what grades that were added since have brought', () => {
    expect(whatChanged(UNGRADED, TOLD)).toEqual([])
  })
})
