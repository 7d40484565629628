import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const LNU = 1_481_286

describe('offers.find', () => {
  it('tells everything of an offer in one go', async () => {
    const offer = await db.database.repositories.offers.find(LNU, 2025)
    expect(offer).toMatchObject({
      offerId: LNU,
      year: 2025,
      programme: { uk: 'Інформатика', en: 'Informatics' },
      university: { id: 282, edboId: 282, short: { uk: 'ЛНУ', en: 'LNU' } },
      faculty: { uk: 'Факультет прикладної математики та інформатики' },
      speciality: {
        code: 'F3',
        name: { en: 'Computer Science' },
        field: { letter: 'F' },
        specialisation: null,
      },
      region: { osvitaId: 14, name: { uk: 'Львівська область' } },
      kind: 'open',
      form: 'full-time',
      k4max: '0.40',
      rk: '1.00',
      creative: null,
      specialSupport: false,
      minScore: { budget: 130_000, contract: null },
      places: { licenceVolume: 210, maxBudget: 84, contractVolume: 126, fixedBudget: null },
      statistics: { applied: 477, avgBudgetScore: 170_470, avgContractScore: 148_290 },
      lastYear: { year: 2024, generated: true },
      generated: { places: true, applicants: true, history: true },
      officialUrl: 'https://vstup2025.edbo.gov.ua/offer/1481286/',
    })
    expect(offer?.dataAt).toBeInstanceOf(Date)
  })

  it("gives the offer's own weights, with its own minimum in mathematics", async () => {
    const offer = await db.database.repositories.offers.find(LNU, 2025)
    expect(offer?.weightsSource).toBe('offer')
    expect(offer?.weights.math).toEqual({ k: '0.50', minGrade: 140 })
    expect(offer?.weights.phys).toEqual({ k: '0.40', minGrade: null })
    expect(Object.keys(offer?.weights ?? {})).toHaveLength(9)
  })

  it('finds the newest year without being told one', async () => {
    const { offers } = db.database.repositories
    expect(await offers.find(LNU, null)).toMatchObject({ year: 2025 })
    expect(await offers.find(LNU, 2024)).toBeNull()
    expect(await offers.find(1, null)).toBeNull()
  })

  it('has the regional multiplier of the place', async () => {
    const { offers } = db.database.repositories
    expect((await offers.find(1_473_428, 2025))?.rk).toBe('1.07')
    expect((await offers.find(1_436_991, 2025))?.rk).toBe('1.04')
  })

  it('has no budget places where the state pays for none', async () => {
    const offer = await db.database.repositories.offers.find(1_557_584, 2025)
    expect(offer).toMatchObject({
      places: { maxBudget: 0, contractVolume: 4, quota1: null },
      generated: { places: false },
    })
  })
})

describe('offers.find, without weights of its own', () => {
  const copy = (offerId: number, change: string) =>
    db.sql(
      `INSERT INTO offers (year, offer_id, university_id, speciality_code, specialisation, programme_uk, base, kind,
                           rk, official_url, data_at)
       SELECT o.year, $1, o.university_id, ${change}, 'p', o.base, o.kind, o.rk, '', now()
         FROM offers o WHERE o.offer_id = ${LNU}`,
      [offerId],
    )

  it("falls back to the speciality's table", async () => {
    await copy(1, `'F3', NULL`)
    const offer = await db.database.repositories.offers.find(1, 2025)
    expect(offer).toMatchObject({ weightsSource: 'speciality', k4max: '0.40', faculty: null, lastYear: null })
    expect(offer?.weights.math).toEqual({ k: '0.50', minGrade: null })
  })

  it("prefers its specialisation's table", async () => {
    await copy(2, `'A4', 'A4.09'`)
    const offer = await db.database.repositories.offers.find(2, 2025)
    expect(offer).toMatchObject({ weightsSource: 'speciality', k4max: '0.50', specialSupport: true })
    expect(offer?.weights.ukr).toEqual({ k: '0.35', minGrade: null })
  })

  it('says that nobody published one', async () => {
    await copy(3, `'E7', NULL`)
    expect(await db.database.repositories.offers.find(3, 2025)).toMatchObject({
      weights: {},
      weightsSource: 'none',
      k4max: null,
    })
  })

  it('knows the minimum that holds for both kinds of places', async () => {
    await copy(4, `'I2', NULL`)
    expect(await db.database.repositories.offers.find(4, 2025)).toMatchObject({
      minScore: { budget: 150_000, contract: 150_000 },
    })
  })
})

describe('offers.years', () => {
  it('lists the years we hold', async () => {
    expect(await db.database.repositories.offers.years()).toEqual([2025])
  })
})

describe('applicants.ofOffer', () => {
  it('lists the applications of an offer, best first, as whole thousandths', async () => {
    const list = await db.database.repositories.applicants.ofOffer(LNU, 2025)
    expect(list).toHaveLength(477)
    expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).sort((a, b) => b - a))
    expect(list.every(({ score }) => Number.isInteger(score) && score >= 100_000 && score <= 200_000)).toBe(
      true,
    )
    expect(new Set(list.map(({ applicantKey }) => applicantKey)).size).toBe(477)
  })

  it('is empty for an offer nobody knows', async () => {
    expect(await db.database.repositories.applicants.ofOffer(5, 2025)).toEqual([])
  })
})

describe('offers.several', () => {
  it('reads what reading them one by one would', async () => {
    const { offers, applicants } = db.database.repositories
    const keys = [1_473_428, LNU, 1_557_584].map((offerId) => ({ offerId, year: 2025 }))
    const one = await Promise.all(keys.map(({ offerId, year }) => offers.find(offerId, year)))
    const all = await offers.several([
      ...keys,
      { offerId: LNU, year: 2024 },
      { offerId: 7_777_777, year: 2025 },
    ])
    const byId = (a: { offerId: number }, b: { offerId: number }): number => a.offerId - b.offerId
    expect(all.toSorted(byId)).toEqual(one.flatMap((offer) => offer ?? []).toSorted(byId))
    expect(await applicants.ofOffers([...keys, { offerId: 7_777_777, year: 2025 }])).toEqual([
      ...(await Promise.all(keys.map(({ offerId, year }) => applicants.ofOffer(offerId, year)))),
      [],
    ])
  })

  it('asks nothing for nothing', async () => {
    const { offers, applicants } = db.database.repositories
    expect([await offers.several([]), await applicants.ofOffers([])]).toEqual([[], []])
  })
})

describe('offers.figures', () => {
  it('tells the campaign and all former years, newest first', async () => {
    await db.sql(
      `INSERT INTO offer_history (year, offer_id, history_year, min_enrolled_budget, generated)
       VALUES (2025, $1, 2023, 165.5, false)`,
      [LNU],
    )
    await db.sql(
      'UPDATE offers SET admitted = 460, min_score = 104.8, max_score = 194.6 WHERE offer_id = $1',
      [LNU],
    )
    const figures = await db.database.repositories.offers.figures(LNU, 2025)
    expect(figures).toMatchObject({
      applied: 477,
      admitted: 460,
      minScore: 104_800,
      maxScore: 194_600,
      recommended: null,
    })
    expect(figures?.history).toEqual([
      expect.objectContaining({ year: 2024, generated: true }),
      { year: 2023, minEnrolledBudget: 165_500, minEnrolledContract: null, generated: false },
    ])
  })

  it('knows no figures of an offer nobody knows', async () => {
    expect(await db.database.repositories.offers.figures(7_777_777, 2025)).toBeNull()
  })
})
