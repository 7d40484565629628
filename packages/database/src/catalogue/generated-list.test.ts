import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from './catalogue-files.ts'
import { defaultCatalogueDir, parseCatalogue, readCatalogue } from './catalogue-files.ts'
import { generateOffer } from './generated-offer.ts'

const INACTIVE = [3, 7, 16]
let catalogue: Catalogue
beforeAll(async () => {
  catalogue = parseCatalogue(await readCatalogue(defaultCatalogueDir))
})

function generated(offerId: number) {
  const offer = catalogue.offers.find((one) => one.offerId === offerId)
  if (offer === undefined) throw new Error(`No offer ${offerId}`)
  return { offer, ...generateOffer(offer, catalogue.sample) }
}

describe('an invented offer', () => {
  it('is the same every time', () => {
    expect(generated(1_481_286)).toEqual(generated(1_481_286))
  })

  it('looks plausible: places, cut and competition of a well-known programme', () => {
    const { maxBudget, contractVolume, applications, history } = generated(1_481_286)
    const budget = applications.filter(
      ({ funding, status }) => funding === 'budget' && !INACTIVE.includes(status),
    )
    const ranked = budget.map(({ score }) => score).sort((a, b) => b - a)
    expect([maxBudget, contractVolume]).toEqual([84, 126])
    expect(budget.length / applications.length).toBeGreaterThan(0.55)
    expect(ranked[maxBudget - 1]).toBeGreaterThan(165_000)
    expect(ranked[maxBudget - 1]).toBeLessThan(172_000)
    expect(history?.minBudget).toBeGreaterThan(158_000)
    expect(history?.minBudget).toBeLessThan(170_470)
  })
})

describe('every invented offer', () => {
  it('has exactly as many applications as were filed', () => {
    for (const { offerId, applications } of catalogue.offers) {
      expect(generated(offerId).applications).toHaveLength(applications)
    }
  })

  it('has scores and priorities that exist, and asks for budget places from 130 on only', () => {
    for (const { offerId } of catalogue.offers) {
      for (const { score, priority, funding } of generated(offerId).applications) {
        expect(Number.isInteger(score) && score >= (funding === 'budget' ? 130_000 : 100_000)).toBe(true)
        expect(score).toBeLessThanOrEqual(200_000)
        expect(priority).toBeGreaterThanOrEqual(1)
        expect(priority).toBeLessThanOrEqual(15)
      }
    }
  })

  it('has budget places and applications for them only where the state pays', () => {
    for (const { offerId, kind } of catalogue.offers) {
      const { maxBudget, quota1, applications } = generated(offerId)
      expect(maxBudget > 0).toBe(kind === 'open')
      expect((quota1 ?? 0) > 0).toBe(kind === 'open')
      if (kind === 'nonbudget') expect(applications.every(({ funding }) => funding === 'contract')).toBe(true)
    }
  })

  it('has a former year where people apply, and none where nobody does', () => {
    for (const { offerId, applications } of catalogue.offers) {
      expect(generated(offerId).history === null).toBe(applications === 0)
    }
  })
})

describe('all invented applications together', () => {
  it('are mostly admitted, with a few of every other kind', () => {
    const all = catalogue.offers.flatMap(({ offerId }) => generated(offerId).applications)
    const share = (test: (one: (typeof all)[number]) => boolean) => all.filter(test).length / all.length
    expect(share(({ status }) => status === 6)).toBeGreaterThan(0.8)
    expect(share(({ status }) => INACTIVE.includes(status))).toBeGreaterThan(0.05)
    expect(share(({ quota }) => quota !== null)).toBeGreaterThan(0.02)
    expect(share(({ priority }) => priority === 1)).toBeLessThan(0.4)
  })
})
