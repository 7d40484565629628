import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })

describe('choices', () => {
  it('lists regions in the order of the Ukrainian alphabet', async () => {
    const regions = await db.database.repositories.choices.regions()
    const names = regions.map(({ nameUk }) => nameUk)
    expect(regions).toContainEqual({ id: 80, nameUk: 'Київ', nameEn: 'Kyiv (city)' })
    // Є and І lie before А in Unicode, and after Е and И in the alphabet.
    expect(names).toEqual([...names].sort((left, right) => left.localeCompare(right, 'uk')))
    expect(names.findIndex((name) => name.startsWith('І'))).toBeGreaterThan(0)
  })

  it('lists universities by what people call them', async () => {
    const universities = await db.database.repositories.choices.universities()
    const lnu = universities.find(({ shortUk }) => shortUk === 'ЛНУ')
    expect(lnu).toMatchObject({ regionId: 46, shortEn: 'LNU' })
    const names = universities.map(({ shortUk }) => shortUk)
    expect(names).toEqual([...names].sort(new Intl.Collator('uk', { numeric: true }).compare))
  })

  it('lists specialities by code, numbers by their value', async () => {
    const codes = (await db.database.repositories.choices.specialities()).map(({ code }) => code)
    const position = (code: string) => codes.indexOf(code)
    expect(position('F2')).toBeLessThan(position('F3'))
    expect(position('B2')).toBeLessThan(position('B10'))
    expect(position('B2')).toBeGreaterThan(0)
  })
})
