import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { addStudents, later } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'
import type { OpenDay, OpenDayFilters } from './open-day.ts'

const db = useDatabase(createTestDatabase)
const TODAY = '2026-03-02'
const NONE: OpenDayFilters = { regionIds: [], specialityCodes: [], universityIds: [] }
const ALL = { today: TODAY, offset: 0, limit: 100 }
const ids = (openDays: readonly OpenDay[]): number[] => openDays.map(({ openDayId }) => openDayId)

/** Two regions with a university each; the first has a faculty of F3, the second teaches D8 only. */
beforeAll(async () => {
  await db.sql(`INSERT INTO regions (id, edbo_code, osvita_id, name_uk, name_en)
    VALUES (14, '46', 14, 'Львівська область', 'Lviv'), (27, '80', 27, 'Київ', 'Kyiv')`)
  await db.sql(`INSERT INTO universities (id, edbo_id, name_uk, name_en, short_uk, region_id)
    VALUES (282, 282, 'Львівський', 'Lviv one', 'ЛНУ', 14), (9000001, NULL, 'Київський', NULL, 'КНУ', 27),
           (41, 9000001, 'Інший', NULL, 'ІНШ', 27)`)
  await db.sql(
    `INSERT INTO faculties (id, university_id, name_uk) VALUES (1, 282, 'ФПМІ'), (2, 282, 'Право')`,
  )
  await db.sql(`INSERT INTO specialities (code, name_uk) VALUES ('F3', 'КН'), ('D8', 'Право')`)
  await db.sql(
    `INSERT INTO offers (year, offer_id, university_id, faculty_id, speciality_code, programme_uk, base, kind,
                         official_url, data_at)
     VALUES (2025, 1, 282, 1, 'F3', 'x', 'ПЗСО', 'open', 'x', $1), (2025, 2, 282, 2, 'D8', 'x', 'ПЗСО', 'open', 'x', $1),
            (2025, 3, 9000001, NULL, 'D8', 'x', 'ПЗСО', 'open', 'x', $1)`,
    [NOON],
  )
  await db.sql(
    `INSERT INTO open_days (id, university_id, faculty_id, title_uk, date, starts_at, format)
     VALUES (1, 282, 1, 'past', '2026-03-01', NULL, 'offline'), (2, 282, 1, 'no time', '2026-03-02', NULL, 'online'),
            (3, 282, 2, 'late', '2026-03-02', $1, 'offline'), (4, 9000001, NULL, 'early', '2026-03-02', $2, 'mixed'),
            (5, 282, NULL, 'next', '2026-03-09', $1, 'offline'), (6, 282, 1, 'long past', '2026-01-01', NULL, 'offline')`,
    [later(2), later(1)],
  )
  await addStudents(db, 1, 3)
})

describe('openDays.coming', () => {
  it('begins with today, by time, those without one at the end of their day', async () => {
    const { openDays } = db.database.repositories
    const all = await openDays.coming(1n, NONE, ALL)
    expect(ids(all)).toEqual([4, 3, 2, 5])
    expect(all[1]).toMatchObject({
      universityId: 282,
      regionId: 14,
      title: { uk: 'late', en: null },
      university: { name: { uk: 'Львівський', en: 'Lviv one' }, short: { uk: 'ЛНУ', en: null } },
      faculty: { uk: 'Право', en: null },
      date: TODAY,
      startsAt: later(2),
      format: 'offline',
      attending: false,
    })
    expect(await openDays.countComing(NONE, TODAY)).toBe(4)
  })

  it('comes in pages', async () => {
    const { openDays } = db.database.repositories
    expect(ids(await openDays.coming(1n, NONE, { ...ALL, limit: 3 }))).toEqual([4, 3, 2])
    expect(ids(await openDays.coming(1n, NONE, { ...ALL, offset: 3, limit: 3 }))).toEqual([5])
    expect(await openDays.coming(1n, NONE, { ...ALL, offset: 4 })).toEqual([])
  })

  it.each<[string, Partial<OpenDayFilters>, number[]]>([
    ['a region', { regionIds: [14] }, [3, 2, 5]],
    ['either region', { regionIds: [14, 27] }, [4, 3, 2, 5]],
    ['a university', { universityIds: [9000001] }, [4]],
    ['a speciality of the faculty, or of the whole university', { specialityCodes: ['F3'] }, [2, 5]],
    ['a speciality of another faculty', { specialityCodes: ['D8'] }, [4, 3, 5]],
    ['all that is set', { regionIds: [27], specialityCodes: ['F3'] }, []],
  ])('is narrowed by %s, and counts alike', async (_name, set, expected) => {
    const { openDays } = db.database.repositories
    const filters = { ...NONE, ...set }
    expect(ids(await openDays.coming(1n, filters, ALL))).toEqual(expected)
    expect(await openDays.countComing(filters, TODAY)).toBe(expected.length)
  })
})

describe('openDays.attend', () => {
  it('marks it for this student only, twice as once, until they leave', async () => {
    const { openDays } = db.database.repositories
    await openDays.attend(1n, 3, NOON)
    await openDays.attend(1n, 3, NOON)
    const marked = (await openDays.coming(1n, NONE, ALL)).filter(({ attending }) => attending)
    expect(ids(marked)).toEqual([3])
    expect(await openDays.find(1n, 3)).toMatchObject({ openDayId: 3, attending: true })
    expect(await openDays.find(2n, 3)).toMatchObject({ attending: false })
    await openDays.leave(1n, 3)
    await openDays.leave(1n, 3)
    expect(await openDays.find(1n, 3)).toMatchObject({ attending: false })
    expect(await openDays.find(1n, 999)).toBeNull()
  })
})

describe('openDays.attended', () => {
  it('tells the coming ones first, then the past ones from the latest on', async () => {
    const { openDays } = db.database.repositories
    for (const id of [6, 1, 5, 4]) await openDays.attend(3n, id, NOON)
    expect(ids(await openDays.attended(3n, ALL))).toEqual([4, 5, 1, 6])
    expect(ids(await openDays.attended(3n, { ...ALL, offset: 1, limit: 2 }))).toEqual([5, 1])
    expect(await openDays.countAttended(3n, TODAY)).toEqual({ all: 4, coming: 2 })
    expect(await openDays.countAttended(2n, TODAY)).toEqual({ all: 0, coming: 0 })
  })
})

describe('openDays.university', () => {
  it('goes by the EDBO id, and by our own where there is none', async () => {
    const { openDays } = db.database.repositories
    expect(await openDays.university(282)).toEqual({
      universityId: 282,
      regionId: 14,
      name: { uk: 'Львівський', en: 'Lviv one' },
      short: { uk: 'ЛНУ', en: null },
    })
    expect(await openDays.university(9000001)).toMatchObject({ universityId: 41 })
    expect(await openDays.university(5)).toBeNull()
  })
})

describe('openDayFilters', () => {
  it('keeps the choices of each kind, in order and once', async () => {
    const { openDayFilters } = db.database.repositories
    expect(await openDayFilters.of(2n)).toEqual(NONE)
    await openDayFilters.add(2n, { field: 'region', id: 27 })
    await openDayFilters.add(2n, { field: 'region', id: 14 })
    await openDayFilters.add(2n, { field: 'region', id: 14 })
    await openDayFilters.add(2n, { field: 'speciality', id: 'F3' })
    await openDayFilters.add(2n, { field: 'university', id: 282 })
    const set = { regionIds: [14, 27], specialityCodes: ['F3'], universityIds: [282] }
    expect(await openDayFilters.of(2n)).toEqual(set)
    expect(await openDayFilters.of(1n)).toEqual(NONE)
    await openDayFilters.remove(2n, { field: 'region', id: 27 })
    await openDayFilters.remove(2n, { field: 'speciality', id: 'D8' })
    await openDayFilters.remove(2n, { field: 'university', id: 282 })
    expect(await openDayFilters.of(2n)).toEqual({ ...NONE, regionIds: [14], specialityCodes: ['F3'] })
    await openDayFilters.clear(2n, 'region')
    await openDayFilters.clear(2n, 'university')
    expect(await openDayFilters.of(2n)).toEqual({ ...NONE, specialityCodes: ['F3'] })
    await openDayFilters.remove(2n, { field: 'speciality', id: 'F3' })
    await openDayFilters.clear(2n, 'speciality')
    expect(await openDayFilters.of(2n)).toEqual(NONE)
  })
})
