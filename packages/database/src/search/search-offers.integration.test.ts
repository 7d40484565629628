import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })

/** What was found, as «programme, university, code». */
async function find(text: string, limit = 100): Promise<string[]> {
  const { keys } = await db.database.repositories.offerSearch.find(text, limit)
  const rows = await db.sql<{ offerId: number; name: string }>(
    `SELECT offer_id AS "offerId", concat_ws(', ', programme_uk, short_uk, speciality_code) AS name
       FROM offers JOIN universities u ON u.id = university_id`,
  )
  return keys.map(({ offerId }) => rows.find((row) => row.offerId === offerId)?.name ?? '')
}

describe('a search in the catalogue', () => {
  it.each([
    ['ЛНУ інформатика', 'Інформатика, ЛНУ, F3'],
    ['інформатика лну', 'Інформатика, ЛНУ, F3'],
    ['Інформатика Львів', 'Інформатика, ЛНУ, F3'],
    ['informatics LNU', 'Інформатика, ЛНУ, F3'],
    ['інформатика франка', 'Інформатика, ЛНУ, F3'],
    ['ifnormatics lnu', 'Інформатика, ЛНУ, F3'],
    ['iнформатика лну', 'Інформатика, ЛНУ, F3'],
  ])('%j finds exactly one', async (text, name) => {
    expect(await find(text)).toEqual([name])
  })

  it.each(['компютерні науки', "комп'ютерні науки", 'КОМП’ЮТЕРНІ  НАУКИ', 'Computer Science'])(
    '%j begins with programmes of that name',
    async (text) => {
      expect((await find(text))[0]).toMatch(/^Комп.ютерні науки, /)
    },
  )

  it.each(['інформатика', 'інформатка', 'інфроматика', 'інформатыка', 'інформатики'])(
    '%j begins with the very name, the most wanted first',
    async (text) => {
      expect((await find(text)).slice(0, 2)).toEqual(['Інформатика, КНУ, F3', 'Інформатика, ЛНУ, F3'])
    },
  )

  it.each(['КПІ', 'кпи', 'KPI', 'київський політех', 'Сікорського'])('%j finds КПІ', async (text) => {
    const names = await find(text)
    expect(names.length).toBeGreaterThan(0)
    expect(names.every((name) => name.includes(', КПІ, '))).toBe(true)
  })

  it.each(['F3', 'ф3', 'F 3', '122', 'КН', 'f3 університет'])('%j finds the speciality', async (text) => {
    expect((await find(text)).length).toBeGreaterThan(30)
  })

  it('knows Kyiv by its other name', async () => {
    const names = await find('Kyiv')
    expect(names.length).toBeGreaterThan(0)
    expect(await find('Kiev')).toEqual(names)
  })

  it('finds other forms of a word', async () => {
    expect(await find('штучний інтелект кпі')).toContain(
      'Інтелектуальні сервіс-орієнтовані розподілені обчислювання; Системи і методи штучного інтелекту, КПІ, F3',
    )
  })

  it.each(['привіт', 'та', '', '🎓', '%', '_', "'; DROP TABLE offers --", 'лну кпі', 'a4'])(
    '%j finds nothing',
    async (text) => {
      expect(await find(text)).toEqual([])
    },
  )

  it('says whether there are more', async () => {
    const { offerSearch } = db.database.repositories
    const all = await offerSearch.find('F3', 1_000)
    expect(all.more).toBe(false)
    expect(await offerSearch.find('F3', 10)).toEqual({ keys: all.keys.slice(0, 10), more: true })
    expect((await offerSearch.find('F3', all.keys.length)).more).toBe(false)
  })

  it('bears a long text', async () => {
    expect(await find('інформатика '.repeat(200))).toHaveLength((await find('інформатика')).length)
    expect(await find(Array.from({ length: 100 }, (_, n) => `слово${n}`).join(' '))).toEqual([])
  })

  it('knows what each chat has searched for last', async () => {
    const { offerSearch, students } = db.database.repositories
    const now = new Date('2026-03-02T10:00:00.000Z')
    const person = { userId: 5n, firstName: 'Olha', lastName: null, username: null, languageCode: 'uk', now }
    await students.touch({ chatId: 5n, ...person })
    expect(await offerSearch.last(5n)).toBeNull()
    expect(await offerSearch.remember(5n, 'F3', now)).toBe(1)
    expect(await offerSearch.remember(5n, 'КПІ', now)).toBe(2)
    expect(await offerSearch.last(5n)).toEqual({ text: 'КПІ', revision: 2 })
    expect(await offerSearch.purge(now)).toBe(0)
    expect(await offerSearch.purge(new Date(now.getTime() + 1))).toBe(1)
    expect(await offerSearch.last(5n)).toBeNull()
  })
})

describe('the index', () => {
  it('is the trigrams of PostgreSQL', async () => {
    const [index] = await db.sql<{ definition: string }>(
      `SELECT pg_get_indexdef('search_words_latin_idx'::regclass) AS definition`,
    )
    expect(index?.definition).toContain('gin_trgm_ops')
  })
})
