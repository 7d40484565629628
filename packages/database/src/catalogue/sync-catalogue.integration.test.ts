import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOON, sighting, useDatabase } from '../testing/use-database.ts'
import { defaultCatalogueDir } from './catalogue-files.ts'
import { syncCatalogue } from './sync-catalogue.ts'

const db = useDatabase(createTestDatabase)
const LNU = 1_481_286
const KNU = 1_471_393
let catalogueDir = ''
beforeAll(async () => {
  catalogueDir = await mkdtemp(join(tmpdir(), 'abitly-catalogue-'))
  await cp(defaultCatalogueDir, catalogueDir, { recursive: true })
})
afterAll(() => rm(catalogueDir, { recursive: true }))

const sync = (now = NOON) => syncCatalogue({ ...db.connection, catalogueDir, now })

/** Changes the copied catalogue. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(catalogueDir, file)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}

/** Row versions of a table: they change with every write, even one that changes nothing. */
async function versions(table: string): Promise<unknown> {
  return db.sql(`SELECT xmin::text, ctid::text FROM ${table} ORDER BY 2`)
}

describe('syncCatalogue', () => {
  it('writes everything once, also when several start at once', async () => {
    const reports = await Promise.all([sync(), sync(), sync()])
    expect(reports.filter(({ changed }) => changed)).toHaveLength(1)
    const [counts] = await db.sql(
      `SELECT (SELECT count(*)::integer FROM offers) AS offers,
              (SELECT count(*)::integer FROM offer_applicants) AS applicants,
              (SELECT count(*)::integer FROM users) AS users`,
    )
    expect(counts).toEqual({ offers: 50, applicants: 4782, users: 5 })
  })

  it('touches nothing when nothing changed', async () => {
    const before = await Promise.all(
      ['offers', 'offer_applicants', 'universities', 'open_days'].map(versions),
    )
    const { changed, openDaysAdded } = await sync()
    expect({ changed, openDaysAdded }).toEqual({ changed: false, openDaysAdded: 0 })
    expect(
      await Promise.all(['offers', 'offer_applicants', 'universities', 'open_days'].map(versions)),
    ).toEqual(before)
  })

  it('updates what it wrote, and leaves alone what others have taken over or students refer to', async () => {
    await db.database.repositories.students.touch(sighting(1n))
    await db.database.repositories.tracking.add(1n, LNU, 2025, NOON)
    await db.sql(`UPDATE offers SET max_budget = 1, seeded = false WHERE offer_id = $1`, [KNU])
    await db.sql(`DELETE FROM offer_applicants WHERE offer_id = $1 AND priority > 1`, [KNU])
    const regions = await versions('regions')
    await edit('offers.json', '"avgBudgetScore": "170.47"', '"avgBudgetScore": "171.47"')
    expect(await sync()).toMatchObject({ changed: true })
    const { offers, applicants, tracking } = db.database.repositories
    expect(await offers.find(LNU, 2025)).toMatchObject({ statistics: { avgBudgetScore: 171_470 } })
    expect(await offers.find(KNU, 2025)).toMatchObject({ places: { maxBudget: 1 } })
    expect((await applicants.ofOffer(KNU, 2025)).every(({ priority }) => priority === 1)).toBe(true)
    expect(await tracking.has(1n, LNU, 2025)).toBe(true)
    expect(await versions('regions')).toEqual(regions)
  })

  it('never deletes what the files no longer hold', async () => {
    await edit(
      'demo-users.json',
      '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0005',
      '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0006',
    )
    await sync()
    expect(await db.sql('SELECT count(*)::integer AS users FROM users')).toEqual([{ users: 6 }])
  })

  it('keeps nothing of a catalogue it cannot read to the end', async () => {
    const before = await versions('offers')
    await edit('offers.json', '"kind": "open"', '"kind": "ajar"')
    await expect(sync()).rejects.toThrow('kind')
    expect(await versions('offers')).toEqual(before)
    await edit('offers.json', '"kind": "ajar"', '"kind": "open"')
  })
})

describe('open days', () => {
  it('are filled up when few lie ahead, without touching those that are there', async () => {
    const ahead = (moment: Date) =>
      db.sql<{ count: number }>('SELECT count(*)::integer AS count FROM open_days WHERE date > $1::date', [
        moment,
      ])
    const later = new Date(NOON.getTime() + 21 * 86_400_000)
    const before = await ahead(NOON)
    expect(before[0]?.count).toBeGreaterThan(29)
    expect((await ahead(later))[0]?.count).toBeLessThan(30)
    const { openDaysAdded } = await sync(later)
    expect(openDaysAdded).toBeGreaterThan(0)
    expect((await ahead(later))[0]?.count).toBeGreaterThan(29)
    expect((await ahead(NOON))[0]?.count).toBe((before[0]?.count ?? 0) + openDaysAdded)
  })

  it('happen at real universities, at hours at which people are awake in Kyiv', async () => {
    const hours = await db.sql<{ hour: number }>(
      `SELECT extract(hour FROM starts_at AT TIME ZONE 'Europe/Kyiv')::integer AS hour
         FROM open_days WHERE starts_at IS NOT NULL`,
    )
    for (const { hour } of hours) expect(hour >= 10 && hour <= 15).toBe(true)
  })
})
