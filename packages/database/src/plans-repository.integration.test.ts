import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import type { PlanWishes } from './plan-wishes.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const plans = () => db.database.repositories.plans
const ANY: PlanWishes = { specialityCodes: [], regionIds: [], funding: 'budget' }

async function student(chatId: bigint): Promise<bigint> {
  const names = { firstName: 'Олена', lastName: null, username: null }
  const sighting = { chatId, userId: chatId, ...names, languageCode: 'uk', now: NOON }
  await db.database.repositories.students.touch(sighting)
  return chatId
}

describe('plans.groups', () => {
  it('holds every offer of the year with places of the wished kind once, as it is', async () => {
    const groups = await plans().groups(2025, ANY)
    const ids = groups.flatMap(({ offerIds }) => offerIds)
    const [{ n } = { n: 0 }] = await db.sql<{ n: number }>(
      `SELECT count(*)::integer AS n FROM offers WHERE year = 2025 AND kind <> 'nonbudget'
          AND coalesce(CASE kind WHEN 'fixed' THEN coalesce(fixed_budget, max_budget) ELSE max_budget END, -1) <> 0`,
    )
    expect(n).toBeGreaterThan(0)
    expect(ids.toSorted((a, b) => a - b)).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
    expect(ids).toHaveLength(n)
    const details = await db.database.repositories.offers.several(
      ids.map((offerId) => ({ offerId, year: 2025 })),
    )
    for (const offer of details) {
      const group = groups.find(({ offerIds }) => offerIds.includes(offer.offerId))
      const index = group?.offerIds.indexOf(offer.offerId) ?? -1
      expect(group).toMatchObject({
        specialityCode: offer.speciality.code,
        weights: offer.weights,
        ...{ k4max: offer.k4max, rk: offer.rk, creative: offer.creative, minScore: offer.minScore },
        specialSupport: offer.specialSupport,
      })
      expect(group?.universityIds[index]).toBe(offer.university.id)
      expect(group?.lastYear[index]).toBe(offer.lastYear?.minEnrolledBudget ?? -1)
    }
  })

  it('narrows by speciality and region, and tells places apart', async () => {
    const idsOf = async (change: Partial<PlanWishes>) =>
      (await plans().groups(2025, { ...ANY, ...change })).flatMap(({ offerIds }) => offerIds)
    const lnu = await db.database.repositories.offers.find(1_481_286, 2025)
    const regionIds = [lnu?.region.id ?? 0]
    expect(await idsOf({ specialityCodes: ['F3'], regionIds })).toContain(1_481_286)
    expect(await idsOf({ specialityCodes: ['F2'], regionIds })).not.toContain(1_481_286)
    expect(await idsOf({ specialityCodes: ['F3'], regionIds: [999] })).toEqual([])
    expect(await idsOf({ specialityCodes: ['F3'], funding: 'contract' })).toContain(1_481_286)
    expect((await plans().groups(1999, ANY)).length).toBe(0)
  })
})

describe('plans of a chat', () => {
  it('are numbered within their day, and purged by age', async () => {
    const chatId = await student(71n)
    expect(await plans().lastOf(chatId, '2026-03-02')).toBeNull()
    await plans().add(chatId, '2026-03-02', { number: 1, content: { a: 1 } }, NOON)
    await plans().add(chatId, '2026-03-02', { number: 2, content: { a: 2 } }, NOON)
    await expect(plans().add(chatId, '2026-03-02', { number: 2, content: {} }, NOON)).rejects.toThrow()
    expect(await plans().lastOf(chatId, '2026-03-02')).toEqual({ number: 2, content: { a: 2 } })
    expect(await plans().lastOf(chatId, '2026-03-03')).toBeNull()
    expect(await plans().purge(NOON)).toBe(0)
    expect(await plans().purge(new Date(NOON.getTime() + 1))).toBe(2)
  })

  it('keep their wishes in order', async () => {
    const chatId = await student(72n)
    expect(await plans().wishes(chatId)).toBeNull()
    const wishes: PlanWishes = { specialityCodes: ['F3', 'F2'], regionIds: [14], funding: 'contract' }
    await plans().saveWishes(chatId, ANY, NOON)
    await plans().saveWishes(chatId, wishes, NOON)
    expect(await plans().wishes(chatId)).toEqual(wishes)
  })
})
