import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composePlan, priorityAt } from './compose-plan.ts'
import type { PlanCandidate, PlanStanding, ShortlistInput } from './plan-types.ts'
import { shortlistOffers } from './shortlist.ts'

const BANDS = ['ambitious', 'realistic', 'safe'] as const
const standing: fc.Arbitrary<PlanStanding> = fc.record({
  band: fc.constantFrom(...BANDS),
  lastResort: fc.boolean(),
})
/** Better with priority 1 or 2, never worse. */
const standings = fc.tuple(standing, standing).map(([a, b]) => {
  return BANDS.indexOf(a.band) < BANDS.indexOf(b.band) ? { first: b, later: a } : { first: a, later: b }
})
/** The same with every priority. */
const steady = standing.map((both) => ({ first: both, later: both }))
const candidatesWith = (bands: fc.Arbitrary<Pick<PlanCandidate, 'first' | 'later'>>) =>
  fc
    .array(fc.tuple(facts, bands), { maxLength: 20 })
    .map((all) => all.map(([one, both], index) => ({ ...one, ...both, offerId: index + 1 })))
const facts = fc.record({
  universityId: fc.integer({ min: 1, max: 4 }),
  wish: fc.integer({ min: 0, max: 3 }),
  demand: fc.integer({ min: 130_000, max: 200_000 }),
})
const ofOneWish = (all: readonly PlanCandidate[]) => all.map((one) => ({ ...one, wish: 0 }))
const candidates = candidatesWith(standings)
const bandsOf = (plan: readonly PlanCandidate[]) => plan.map((one, index) => one[priorityAt(index)].band)

it('a plan is as long as it can be, never names an offer twice and has a safe one where there is any', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 6 }), (all, size) => {
      const plan = composePlan(all, size)
      expect(plan).toHaveLength(Math.min(size, all.length))
      expect(new Set(plan).size).toBe(plan.length)
      const isSafe = ({ later }: PlanCandidate): boolean => later.band === 'safe'
      expect(plan.some(isSafe)).toBe(all.some(isSafe))
    }),
  )
})

it('a plan goes from what is wished most, and within a wish from bold to safe', () => {
  fc.assert(
    fc.property(candidatesWith(steady), (all) => {
      const keys = composePlan(all, 5).map(({ first, wish }) => wish * 10 + BANDS.indexOf(first.band))
      expect(keys).toEqual(keys.toSorted((a, b) => a - b))
    }),
  )
})

it('a plan of one wish is bold at its top where anything is bold there, and below only for want of else', () => {
  fc.assert(
    fc.property(candidates.map(ofOneWish), (all) => {
      const bands = bandsOf(composePlan(all, 5))
      const bold = all.filter(({ first }) => first.band === 'ambitious').length
      const sure = all.filter(({ later }) => later.band !== 'ambitious').length
      const top = bands.slice(0, 2).filter((band) => band === 'ambitious').length
      const below = bands.slice(2).filter((band) => band === 'ambitious').length
      expect(top).toBeGreaterThanOrEqual(Math.min(bold, 2))
      if (sure >= 5) expect(below).toBe(0)
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
