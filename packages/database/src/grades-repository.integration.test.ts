import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0003'

describe('grades', () => {
  it('replaces all own entries of one year and leaves the others', async () => {
    const { grades, students } = db.database.repositories
    await students.touch(sighting(1n))
    await grades.saveOwn(1n, 2024, { ukr: 150 }, NOON)
    await grades.saveOwn(1n, 2025, { ukr: 180, math: 190, hist: 170, foreign: 185 }, NOON)
    await grades.saveOwn(1n, 2025, { ukr: 181, math: 0, hist: 170, phys: 200 }, NOON)
    expect(await grades.ofStudent(1n)).toEqual([
      { nmtYear: 2025, source: 'own', grades: { ukr: 181, math: 0, hist: 170, phys: 200 } },
      { nmtYear: 2024, source: 'own', grades: { ukr: 150 } },
    ])
  })

  it('removes a year by saving nothing', async () => {
    const { grades, students } = db.database.repositories
    await students.touch(sighting(2n))
    await grades.saveOwn(2n, 2025, { ukr: 180 }, NOON)
    await grades.saveOwn(2n, 2025, {}, NOON)
    expect(await grades.ofStudent(2n)).toEqual([])
  })

  it('takes the linked account’s word, and one’s own for the years it does not know', async () => {
    const { grades, students } = db.database.repositories
    await students.touch(sighting(3n))
    await db.sql('UPDATE telegram_users SET web_user_id = $1 WHERE telegram_chat_id = 3', [ACCOUNT])
    await grades.saveOwn(3n, 2025, { ukr: 160 }, NOON)
    await grades.saveOwn(3n, 2024, { ukr: 150 }, NOON)
    const own = { nmtYear: 2024, source: 'own', grades: { ukr: 150 } }
    expect(await grades.ofStudent(3n)).toEqual([
      { nmtYear: 2026, source: 'account', grades: { ukr: 163, math: 152, hist: 158, foreign: 170 } },
      { nmtYear: 2025, source: 'account', grades: { ukr: 156, math: 138, hist: 149, foreign: 161 } },
      own,
    ])
    await db.sql('UPDATE telegram_users SET web_user_id = NULL WHERE telegram_chat_id = 3')
    expect(await grades.ofStudent(3n)).toEqual([{ nmtYear: 2025, source: 'own', grades: { ukr: 160 } }, own])
  })

  it('leaves out subjects of the website that no score is made of', async () => {
    const { grades, students } = db.database.repositories
    await students.touch(sighting(4n))
    await db.sql(`INSERT INTO subjects (code, name_uk, name_en, elective, position, max_test_points)
                  VALUES ('draw', '', '', false, 99, 1)`)
    await db.sql(
      `INSERT INTO telegram_user_grades VALUES (4, 2025, 'draw', 150, now()), (4, 2025, 'ukr', 150, now())`,
    )
    expect(await grades.ofStudent(4n)).toEqual([{ nmtYear: 2025, source: 'own', grades: { ukr: 150 } }])
  })

  it('rejects a grade that no test gives', async () => {
    const { grades, students } = db.database.repositories
    await students.touch(sighting(5n))
    await expect(grades.saveOwn(5n, 2025, { ukr: 99 }, NOON)).rejects.toMatchObject({
      code: 'DATABASE_REJECTED',
    })
  })
})
