import { describe, expect, it } from 'vitest'
import { arranged, choicesOf, foundChoices } from './choices.ts'
import type { Choice } from './choices.ts'

const choice = (id: string, ...names: string[]): Choice => ({ id, label: names[0] ?? '', names })
const ALL = [
  choice('282', 'ЛНУ', 'Львівський національний університет імені Івана Франка', 'LNU'),
  choice('97', 'ЛП', 'Національний університет «Львівська політехніка»', 'Lviv Polytechnic'),
  choice('174', 'КПІ', 'Київський політехнічний інститут', 'KPI'),
  choice('F3', 'F3 Комп’ютерні науки'),
]
const ids = (choices: readonly Choice[]) => choices.map(({ id }) => id)

describe('choicesOf', () => {
  const region = (id: number, nameUk: string, nameEn: string) => ({ id, nameUk, nameEn })
  const university = (id: number, shortUk: string, shortEn: string | null) => {
    return { id, regionId: 1, nameUk: shortUk, nameEn: shortEn, shortUk, shortEn }
  }
  const speciality = (code: string) => ({ code, nameUk: 'Назва', nameEn: 'Name' })
  const choices = {
    regions: async () => [
      region(1, 'Харківська', 'Kharkiv'),
      region(2, 'Івано-Франківська', 'Ivano-Frankivsk'),
      region(3, 'Львівська', 'Lviv'),
      region(4, 'Ужгородська', 'Uzhhorod'),
      region(5, 'Єнакієве', 'Yenakiieve'),
    ],
    universities: async () => [
      university(1, 'ЯНУ', 'ANU'),
      university(2, 'ЛНУ', 'LNU'),
      university(3, 'АНУ', null),
    ],
    specialities: async () => [speciality('F10'), speciality('F3'), speciality('B11')],
  }

  it.each([
    ['region', 'uk', '5 2 3 4 1'],
    ['region', 'en', '2 1 3 4 5'],
    ['university', 'uk', '3 2 1'],
    ['university', 'en', '1 2 3'],
    ['speciality', 'uk', 'B11 F3 F10'],
    ['speciality', 'en', 'B11 F3 F10'],
  ] as const)('sorts each %s by its label: %s', async (field, language, order) => {
    expect(ids(await choicesOf(choices, field, language)).join(' ')).toBe(order)
  })
})

describe('foundChoices', () => {
  it.each([
    ['політех', ['97', '174']],
    ['ПОЛІТЕХ', ['97', '174']],
    ['  львів ', ['282', '97']],
    ['kpi', ['174']],
    ["комп'ютер", ['F3']],
    ['комп`ютер', ['F3']],
    ['f3', ['F3']],
    ['ф3', ['F3']],
    ['Ф 3', ['F3']],
    ['', ['282', '97', '174', 'F3']],
    ['нема такого', []],
    ['.*', []],
  ])('by %j', (query, found) => {
    expect(ids(foundChoices(ALL, query))).toEqual(found)
  })
})

describe('arranged', () => {
  it('puts what is chosen first, and keeps the order otherwise', () => {
    expect(ids(arranged(ALL, ['F3', '97']))).toEqual(['97', 'F3', '282', '174'])
    expect(ids(arranged(ALL, []))).toEqual(ids(ALL))
    expect(ids(arranged(ALL, ['gone']))).toEqual(ids(ALL))
  })
})
