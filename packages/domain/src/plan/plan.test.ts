import { describe, expect, it } from 'vitest'
import { marginTo } from '../ranking/margin.ts'
import { bandOfMargin, composePlan } from './compose-plan.ts'
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

describe('composePlan', () => {
  let id = 0
  const one = (band: PlanBand, change: Partial<PlanCandidate> = {}): PlanCandidate => {
    id += 1
    return { offerId: id, universityId: id, wish: 0, band, demand: 0, lastResort: false, ...change }
  }

  it('mixes: two bold, two likely, one safe', () => {
    const all = (['safe', 'realistic', 'ambitious'] as const).flatMap((band) =>
      [1, 2, 3].map(() => one(band)),
    )
    const bands = composePlan(all, 5).map(({ band }) => band)
    expect(bands).toEqual(['ambitious', 'ambitious', 'realistic', 'realistic', 'safe'])
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
})
