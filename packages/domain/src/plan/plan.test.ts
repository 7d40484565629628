import { describe, expect, it } from 'vitest'
import { marginTo } from '../ranking/margin.ts'
import { bandOfMargin, composePlan, priorityAt } from './compose-plan.ts'
import type { PlanBand, PlanCandidate, PlanOffers, ShortlistInput } from './plan-types.ts'
import { shortlistOffers } from './shortlist.ts'

const rule = (k: string, minGrade: number | null = null) => ({ k, minGrade })
const INFORMATICS: PlanOffers = {
  ...{ specialityCode: 'F3', k4max: null, rk: '1.00', creative: null, specialSupport: false },
  weights: { ukr: rule('0.3'), math: rule('0.5'), hist: rule('0.2'), phys: rule('0.4') },
  minScore: { budget: 130_000, contract: null },
  ...{ offerIds: [1, 2, 3], universityIds: [1, 2, 3], lastYear: [185_000, -1, 170_000] },
}
/** 183,571 for informatics. */
const GRADES = { ukr: 180, math: 190, hist: 170, phys: 185 }
const input = (change: Partial<ShortlistInput> = {}): ShortlistInput => ({
  ...{ year: 2025, groups: [INFORMATICS], results: [{ nmtYear: 2025, grades: GRADES }] },
  ...{ specialityCodes: [], funding: 'budget' as const, ...change },
})

describe('shortlistOffers', () => {
  it('takes offers of every stretch of margins', () => {
    expect(shortlistOffers(input())).toEqual({ offerIds: [1, 2, 3], total: 3, eligible: 3 })
  })

  it.each<[string, Partial<PlanOffers>]>([
    [
      'a grade below what the subject demands',
      { weights: { ...INFORMATICS.weights, math: rule('0.5', 191) } },
    ],
    ['a score below the minimum', { minScore: { budget: 183_572, contract: null } }],
    ['no weights', { weights: {} }],
  ])('leaves out what does not admit: %s', (_name, change) => {
    const found = shortlistOffers(input({ groups: [{ ...INFORMATICS, ...change }] }))
    expect(found).toEqual({ offerIds: [], total: 3, eligible: 0 })
  })

  it('takes of every wish, however many offers the first one has', () => {
    const ids = [...Array(40).keys()].map((id) => id + 10)
    const many = { ...INFORMATICS, offerIds: ids, universityIds: ids, lastYear: ids.map(() => 170_000) }
    const few = { ...INFORMATICS, specialityCode: 'F2', lastYear: [170_000, 170_000, 170_000] }
    const { offerIds } = shortlistOffers(input({ groups: [many, few], specialityCodes: ['F3', 'F2'] }))
    expect(offerIds).toHaveLength(12)
    expect(offerIds.filter((id) => id < 10)).toEqual([1, 2, 3])
    expect(offerIds.slice(0, 2)).toEqual([10, 1])
  })

  it('counts the results of any year that gives a score', () => {
    const failed = { nmtYear: 2025 as const, grades: { ...GRADES, math: 0 } }
    const later = { nmtYear: 2026 as const, grades: GRADES }
    expect(shortlistOffers(input({ results: [failed, later] })).eligible).toBe(3)
    expect(shortlistOffers(input({ results: [failed] })).eligible).toBe(0)
  })

  it('takes a few of one university, and the nearest of what is out of reach', () => {
    const ids = [...Array(40).keys()]
    const lastYear = ids.map((id) => 192_000 + id * 10)
    const groups = [{ ...INFORMATICS, offerIds: ids, universityIds: ids.map((id) => id >> 3), lastYear }]
    const { offerIds } = shortlistOffers(input({ groups }))
    expect(offerIds).toEqual([0, 1, 2, 8, 9, 10, 16, 17, 18, 24, 25, 26])
  })
})

describe('bandOfMargin', () => {
  it.each<[number | null, PlanBand]>([
    [null, 'realistic'],
    [178_571, 'safe'],
    [178_572, 'realistic'],
    [185_071, 'realistic'],
    [185_072, 'ambitious'],
  ])('%s: %s', (lastYear, band) => {
    expect(bandOfMargin(marginTo(lastYear, 183_571))).toBe(band)
  })
})

describe('priorityAt', () => {
  it('is that of the two first places', () => {
    expect([0, 1, 2, 4].map(priorityAt)).toEqual(['first', 'first', 'later', 'later'])
  })
})

describe('composePlan', () => {
  let id = 0
  type Change = Partial<Omit<PlanCandidate, 'first' | 'later'>> & { lastResort?: boolean }
  const one = (band: PlanBand, { lastResort = false, ...change }: Change = {}): PlanCandidate => {
    id += 1
    const standing = { band, lastResort }
    const facts = { offerId: id, universityId: id, wish: 0, demand: 0 }
    return { ...facts, first: standing, later: standing, ...change }
  }
  /** An offer whose score is higher with priorities 1 and 2. */
  const lifted = (first: PlanBand, later: PlanBand, change: Change = {}): PlanCandidate => {
    return { ...one(later, change), first: { band: first, lastResort: false } }
  }
  const bandsOf = (plan: readonly PlanCandidate[]): PlanBand[] =>
    plan.map((each, index) => each[priorityAt(index)].band)

  it('mixes: two bold, two likely, one safe', () => {
    const all = (['safe', 'realistic', 'ambitious'] as const).flatMap((band) =>
      [1, 2, 3].map(() => one(band)),
    )
    expect(bandsOf(composePlan(all, 5))).toEqual(['ambitious', 'ambitious', 'realistic', 'realistic', 'safe'])
  })

  it('puts what is wished more above what is bolder', () => {
    const wished = one('safe')
    const bold = one('ambitious', { wish: 1, demand: 9 })
    expect(composePlan([bold, wished], 5)).toEqual([wished, bold])
  })

  it('gives each wish its share, and more only for want of others', () => {
    const all = [0, 0, 0, 0, 0, 1, 2].map((wish) => one('safe', { wish, demand: 9 - wish }))
    expect(composePlan(all, 5).map(({ wish }) => wish)).toEqual([0, 0, 0, 1, 2])
    const two = [0, 0, 0, 0, 1, 1, 1].map((wish) => one('realistic', { wish }))
    expect(composePlan(two, 5).map(({ wish }) => wish)).toEqual([0, 0, 0, 1, 1])
  })

  it('does not name one university again and again while others are as good', () => {
    const same = [1, 2, 3, 4].map(() => one('safe', { universityId: 7, demand: 9 }))
    const other = one('safe', { universityId: 8, demand: 1 })
    expect(composePlan([...same, other], 3)).toContain(other)
  })

  it('takes what has no chance to speak of only when nothing else is bold', () => {
    const hopeless = one('ambitious', { lastResort: true, demand: 9 })
    const bold = [one('ambitious'), one('ambitious')]
    expect(composePlan([hopeless, ...bold], 2)).not.toContain(hopeless)
    expect(composePlan([hopeless], 2)).toContain(hopeless)
  })

  it('calls bold at its top only what is so with the score that counts there', () => {
    const raised = [1, 2, 3].map(() => lifted('realistic', 'ambitious', { demand: 9 }))
    const bold = [1, 2].map(() => one('ambitious'))
    const sure = [one('realistic'), one('realistic'), one('safe')]
    const plan = composePlan([...raised, ...sure, ...bold], 5)
    expect(plan).toEqual([...bold, ...sure])
    expect(bandsOf(plan)).toEqual(['ambitious', 'ambitious', 'realistic', 'realistic', 'safe'])
  })

  it('gives what the multiplier lifts a place at the top, where it is lifted', () => {
    const raised = [1, 2].map(() => lifted('realistic', 'ambitious'))
    const sure = [1, 2, 3, 4].map(() => one('realistic', { demand: 9 }))
    const bold = one('ambitious')
    const plan = composePlan([...sure, ...raised, bold, one('safe')], 5)
    expect(plan.slice(0, 2)).toEqual([bold, raised[0]])
    expect(bandsOf(plan)).toEqual(['ambitious', 'realistic', 'realistic', 'realistic', 'safe'])
  })

  it('says of the same kind of offer what holds at its place', () => {
    const raised = [1, 2].map(() => lifted('safe', 'realistic', { demand: 9 }))
    const plan = composePlan([...raised, one('realistic'), one('safe')], 4)
    expect(bandsOf(plan)).toEqual(['realistic', 'safe', 'realistic', 'safe'])
  })
})
