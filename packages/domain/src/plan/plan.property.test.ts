import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composePlan } from './compose-plan.ts'
import type { PlanCandidate, ShortlistInput } from './plan-types.ts'
import { shortlistOffers } from './shortlist.ts'

const candidate: fc.Arbitrary<Omit<PlanCandidate, 'offerId'>> = fc.record({
  universityId: fc.integer({ min: 1, max: 4 }),
  wish: fc.integer({ min: 0, max: 3 }),
  band: fc.constantFrom('ambitious', 'realistic', 'safe'),
  demand: fc.integer({ min: 130_000, max: 200_000 }),
  lastResort: fc.boolean(),
})
const candidates = fc
  .array(candidate, { maxLength: 20 })
  .map((all) => all.map((one, index) => ({ ...one, offerId: index + 1 })))
const BANDS = ['ambitious', 'realistic', 'safe']

it('a plan is as long as it can be, never names an offer twice and has a safe one where there is any', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 6 }), (all, size) => {
      const plan = composePlan(all, size)
      expect(plan).toHaveLength(Math.min(size, all.length))
      expect(new Set(plan).size).toBe(plan.length)
      expect(plan.some(({ band }) => band === 'safe')).toBe(all.some(({ band }) => band === 'safe'))
    }),
  )
})

it('a plan goes from bold to safe, and within a band from what is wished most', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const keys = composePlan(all, 5).map(({ band, wish }) => BANDS.indexOf(band) * 10 + wish)
      expect(keys).toEqual(keys.toSorted((a, b) => a - b))
    }),
  )
})

it('a plan does not depend on the order in which offers come', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      expect(composePlan(all.toReversed(), 5)).toEqual(composePlan(all, 5))
    }),
  )
})

const group = fc.array(
  fc.record({ lastYear: fc.integer({ min: 130_000, max: 200_000 }), universityId: fc.nat(9) }),
  { maxLength: 40 },
)

it('a shortlist names offers of the input once, a few dozen at most, and counts them all', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 4 }), (groups) => {
      let id = 0
      const input: ShortlistInput = {
        ...{ year: 2025, specialityCodes: ['F3'], funding: 'budget' },
        results: [{ nmtYear: 2025, grades: { ukr: 180, math: 190, hist: 170, phys: 185 } }],
        groups: groups.map((offers) => ({
          ...{ specialityCode: 'F3', weights: WEIGHTS, k4max: null, rk: '1.00', creative: null },
          ...{ specialSupport: false, minScore: { budget: 130_000, contract: null } },
          offerIds: offers.map(() => (id += 1)),
          universityIds: offers.map(({ universityId }) => universityId),
          lastYear: offers.map(({ lastYear }) => lastYear),
        })),
      }
      const found = shortlistOffers(input)
      expect(new Set(found.offerIds).size).toBe(found.offerIds.length)
      expect(found.offerIds.length).toBeLessThanOrEqual(48)
      expect(found).toMatchObject({ total: id, eligible: id })
      expect(found.offerIds.length > 0).toBe(id > 0)
    }),
  )
})

const rule = (k: string) => ({ k, minGrade: null })
const WEIGHTS = { ukr: rule('0.3'), math: rule('0.5'), hist: rule('0.2'), phys: rule('0.4') }
