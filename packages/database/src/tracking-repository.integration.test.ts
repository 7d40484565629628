import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const LNU = 1_481_286
const KNU = 1_471_393

describe('tracking', () => {
  it('adds once, lists by age and removes', async () => {
    const { students, tracking } = db.database.repositories
    await students.touch(sighting(1n))
    const later = new Date(NOON.getTime() + 1)
    expect(await tracking.add(1n, LNU, 2025, later)).toBe('added')
    expect(await tracking.add(1n, KNU, 2025, NOON)).toBe('added')
    expect(await tracking.add(1n, LNU, 2025, NOON)).toBe('already')
    expect(await tracking.count(1n)).toBe(2)
    expect(await tracking.list(1n)).toEqual([
      {
        offerId: KNU,
        year: 2025,
        programme: { uk: 'Інформатика', en: 'Informatics' },
        universityShort: { uk: 'КНУ', en: 'KNU' },
        specialityCode: 'F3',
        form: 'full-time',
        kind: 'open',
        places: { maxBudget: 60, fixedBudget: null },
        trackedAt: NOON,
      },
      expect.objectContaining({ offerId: LNU, trackedAt: later }),
    ])
    expect(await tracking.has(1n, LNU, 2025)).toBe(true)
    expect(await tracking.has(1n, LNU, 2024)).toBe(false)
    expect(await tracking.remove(1n, LNU, 2025)).toBe(true)
    expect(await tracking.remove(1n, LNU, 2025)).toBe(false)
    expect(await tracking.count(1n)).toBe(1)
  })

  it('is a matter of one chat', async () => {
    const { students, tracking } = db.database.repositories
    await students.touch(sighting(2n))
    await tracking.add(2n, LNU, 2025, NOON)
    expect(await tracking.list(3n)).toEqual([])
  })

  it('refuses an offer nobody knows', async () => {
    const { students, tracking } = db.database.repositories
    await students.touch(sighting(4n))
    await expect(tracking.add(4n, 1, 2025, NOON)).rejects.toMatchObject({ code: 'DATABASE_REJECTED' })
  })
})
