import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })

describe('choices', () => {
  it('are regions, with the names of both languages', async () => {
    const regions = await db.database.repositories.choices.regions()
    expect(regions).toContainEqual({ id: 80, nameUk: 'Київ', nameEn: 'Kyiv (city)' })
  })

  it('are universities, with what people call them', async () => {
    const universities = await db.database.repositories.choices.universities()
    const lnu = universities.find(({ shortUk }) => shortUk === 'ЛНУ')
    expect(lnu).toMatchObject({ regionId: 46, shortEn: 'LNU' })
  })

  it('are specialities', async () => {
    const codes = (await db.database.repositories.choices.specialities()).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['F2', 'F3', 'B2', 'B10']))
  })
})
