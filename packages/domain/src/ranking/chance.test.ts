import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Application } from './application.ts'
import { admissionChance } from './chance.ts'
import type { BudgetPlaces, ChanceInput, RankedChance } from './chance-types.ts'

const MINE = 180_000

/** `count` rivals, one thousandth apart, from just above the student up. */
function above(count: number, more: Partial<Application> = {}): Application[] {
  return Array.from({ length: count }, (_, index) =>
    rival(MINE + 1 + index, `${JSON.stringify(more)}${index}`, more),
  )
}

function rival(score: number, applicantKey: string, more: Partial<Application> = {}): Application {
  return {
    score,
    priority: 1,
    status: 6,
    quota: null,
    interview: false,
    funding: 'budget',
    applicantKey,
    ...more,
  }
}

const open = (maxBudget: number | null, Q1 = 0, Q2 = 0): BudgetPlaces => ({
  kind: 'open',
  maxBudget,
  quotaPlaces: { Q1, Q2 },
})

function chanceOf(
  applications: readonly Application[],
  places: BudgetPlaces,
  more: Partial<ChanceInput> = {},
) {
  return admissionChance({ applications, myScore: MINE, places, minimum: 130_000, lastYear: null, ...more })
}

function rankedChance(...args: Parameters<typeof chanceOf>): RankedChance {
  const chance = chanceOf(...args)
  if (chance.kind !== 'ranked') throw new Error(`not ranked: ${chance.reason}`)
  return chance
}

describe('admissionChance, the tier', () => {
  it('is high when even nobody leaving and all quotas taken leaves a place', () => {
    const chance = rankedChance(above(67), open(85, 9, 8))
    expect(chance).toMatchObject({ tier: 'high', reason: 'FITS_IF_NOBODY_LEAVES', pessimistic: 68 })
    expect(chance.places).toEqual({ max: 85, worst: 68, likely: 85, best: 85, ceiling: true })
    expect(rankedChance(above(68), open(85, 9, 8)).tier).not.toBe('high')
  })

  it('is medium when only the expected rank fits', () => {
    const rivals = [...above(5), ...above(20, { priority: 2 })]
    expect(rankedChance(rivals, open(14))).toMatchObject({
      tier: 'medium',
      reason: 'FITS_AS_EXPECTED',
      rank: { best: 26, worst: 26, of: 26 },
      pessimistic: 26,
      expected: 14,
      optimistic: 6,
      afterLeavers: { best: 6, worst: 14 },
    })
    expect(rankedChance(rivals, open(13)).tier).toBe('low')
  })

  it('is low when only everybody likely to leave leaving helps', () => {
    const rivals = [...above(5), ...above(20, { priority: 3 })]
    expect(rankedChance(rivals, open(6))).toMatchObject({
      tier: 'low',
      reason: 'FITS_IF_LIKELY_LEAVERS_LEAVE',
    })
    expect(rankedChance(rivals, open(5))).toMatchObject({ tier: 'very-low', reason: 'DOES_NOT_FIT' })
  })

  it('puts every equal score before the student but in the optimistic rank', () => {
    const level = [1, 2, 3].map((n) => rival(MINE, `level${n}`))
    expect(rankedChance(level, open(10))).toMatchObject({
      rank: { best: 1, worst: 4, of: 4 },
      pessimistic: 4,
      expected: 4,
      optimistic: 1,
    })
  })

  it('takes other rates of staying', () => {
    const stayPercent = { first: 100, second: 90, third: 90, later: 90 }
    const rivals = above(10, { priority: 2 })
    expect(rankedChance(rivals, open(5), { stayPercent })).toMatchObject({ expected: 10, optimistic: 10 })
  })

  it('expects those recommended already to stay, whatever their priority', () => {
    expect(rankedChance(above(10, { priority: 4, status: 9 }), open(5))).toMatchObject({
      expected: 11,
      optimistic: 11,
    })
  })
})

describe('admissionChance, places and quotas', () => {
  it('returns quota places that nobody claims', () => {
    const quota = above(2, { quota: 'Q1' })
    const chance = rankedChance([...above(8), ...quota], open(10, 4, 2))
    expect(chance.places).toEqual({ max: 10, worst: 4, likely: 8, best: 10, ceiling: true })
    expect(chance.quotas).toEqual({
      Q1: { places: 4, candidates: 2, overflow: 0 },
      Q2: { places: 2, candidates: 0, overflow: 0 },
    })
    expect(chance.rank).toEqual({ best: 9, worst: 9, of: 9 })
    expect(chance.tier).toBe('low')
  })

  it('lets quota candidates beyond their places compete, without showing them in the rank', () => {
    const quota = [...above(5, { quota: 'Q2' }), rival(MINE - 1, 'below', { quota: 'Q2' })]
    const chance = rankedChance([...above(3), ...quota], open(6, 0, 2))
    expect(chance.quotas.Q2).toEqual({ places: 2, candidates: 6, overflow: 3 })
    expect(chance).toMatchObject({ rank: { best: 4, worst: 4, of: 4 }, pessimistic: 7, tier: 'very-low' })
  })

  it('counts quota candidates with an equal score among those who compete', () => {
    const quota = ['a', 'b'].map((key) => rival(MINE, key, { quota: 'Q1' }))
    const chance = rankedChance(quota, open(8, 1))
    expect(chance.quotas.Q1.overflow).toBe(1)
    expect(chance.pessimistic).toBe(2)
  })

  it('counts interview applicants, on their own line', () => {
    const chance = rankedChance([...above(1), ...above(2, { interview: true })], open(2))
    expect(chance).toMatchObject({ interviews: 2, pessimistic: 2, tier: 'high' })
  })

  it('calls the places of an open offer a ceiling and those of a fixed one exact', () => {
    expect(rankedChance(above(1), open(5)).places.ceiling).toBe(true)
    expect(rankedChance(above(1), { ...open(5), kind: 'fixed' }).places.ceiling).toBe(false)
  })

  it('never counts fewer than no places, even when the quotas are said to exceed them', () => {
    expect(rankedChance(above(1), open(3, 3, 3)).places).toMatchObject({ worst: 0, likely: 3, best: 3 })
  })
})

describe('admissionChance, without a rank', () => {
  it.each([open(null), open(0), { ...open(5), kind: 'nonbudget' as const }])(
    'no budget places: %j',
    (places) => {
      const chance = chanceOf(above(3), places, { lastYear: 170_000 })
      expect(chance).toMatchObject({
        kind: 'no-budget',
        tier: 'none',
        reason: 'NO_BUDGET_PLACES',
        places: null,
      })
      expect(chance.margin?.points).toBe(10_000)
    },
  )

  it('below the minimum nobody is admitted, however few apply', () => {
    const chance = chanceOf([], open(5), { minimum: 180_001 })
    expect(chance).toMatchObject({
      kind: 'not-admitted',
      tier: null,
      minimum: 180_001,
      reason: 'BELOW_MINIMUM',
    })
    expect(chance).not.toHaveProperty('rank')
    expect(chanceOf(above(1), open(5), { minimum: MINE }).kind).toBe('ranked')
    expect(chanceOf(above(1), open(5), { minimum: null }).kind).toBe('ranked')
  })

  it('without applications there is no rank and no tier, but a margin', () => {
    const chance = chanceOf(above(5, { status: 3 }), open(5), { lastYear: 178_000 })
    expect(chance).toMatchObject({ kind: 'no-list', tier: null, reason: 'NO_APPLICATIONS' })
    expect(chance.margin).toEqual({ points: 2000, lastYear: 178_000, class: 'above' })
  })

  it('tells that there is no history', () => {
    expect(rankedChance(above(1), open(5)).margin).toBeNull()
  })
})

describe('admissionChance, for any list', () => {
  const applications = fc.array(
    fc.record({
      score: fc.integer({ min: MINE - 20, max: MINE + 20 }),
      priority: fc.option(fc.integer({ min: 1, max: 15 })),
      status: fc.integer({ min: 1, max: 16 }),
      quota: fc.option(fc.constantFrom('Q1' as const, 'Q2' as const)),
      interview: fc.boolean(),
      funding: fc.constantFrom('budget' as const, 'contract' as const),
      applicantKey: fc.integer({ min: 1, max: 40 }).map(String),
    }),
    { maxLength: 60 },
  )
  const places = fc.record({
    kind: fc.constantFrom('open' as const, 'fixed' as const),
    maxBudget: fc.integer({ min: 1, max: 30 }),
    quotaPlaces: fc.record({ Q1: fc.integer({ min: 0, max: 4 }), Q2: fc.integer({ min: 0, max: 4 }) }),
  })
  const percent = fc.integer({ min: 0, max: 100 })
  const stayPercent = fc.record({ first: percent, second: percent, third: percent, later: percent })
  const TIERS = ['very-low', 'low', 'medium', 'high']

  it('keeps its ranks and places in order', () => {
    fc.assert(
      fc.property(applications, places, stayPercent, (list, offered, rates) => {
        const chance = chanceOf(list, offered, { stayPercent: rates })
        if (chance.kind !== 'ranked') return
        expect(chance.optimistic).toBeLessThanOrEqual(chance.expected)
        expect(chance.expected).toBeLessThanOrEqual(chance.pessimistic)
        expect(chance.rank.worst).toBeLessThanOrEqual(chance.pessimistic)
        expect(chance.places.worst).toBeLessThanOrEqual(chance.places.likely)
        expect(chance.places.likely).toBeLessThanOrEqual(chance.places.best)
      }),
      { numRuns: 300 },
    )
  })

  it('never worsens when the score rises or a place is added', () => {
    const tierOf = (...args: Parameters<typeof chanceOf>) => TIERS.indexOf(String(chanceOf(...args).tier))
    fc.assert(
      fc.property(applications, places, fc.integer({ min: 1, max: 10 }), (list, offered, rise) => {
        const before = tierOf(list, offered)
        expect(tierOf(list, offered, { myScore: MINE + rise })).toBeGreaterThanOrEqual(before)
        const more = { ...offered, maxBudget: offered.maxBudget + 1 }
        expect(tierOf(list, more)).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 300 },
    )
  })
})
