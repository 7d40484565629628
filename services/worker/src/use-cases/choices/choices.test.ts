import { describe, expect, it } from 'vitest'
import { arranged, foundChoices } from './choices.ts'
import type { Choice } from './choices.ts'

const choice = (id: string, ...names: string[]): Choice => ({ id, label: names[0] ?? '', names })
const ALL = [
  choice('282', 'ЛНУ', 'Львівський національний університет імені Івана Франка', 'LNU'),
  choice('97', 'ЛП', 'Національний університет «Львівська політехніка»', 'Lviv Polytechnic'),
  choice('174', 'КПІ', 'Київський політехнічний інститут', 'KPI'),
  choice('F3', 'F3 Комп’ютерні науки'),
]
const ids = (choices: readonly Choice[]) => choices.map(({ id }) => id)

describe('foundChoices', () => {
  it.each([
    ['політех', ['97', '174']],
    ['ПОЛІТЕХ', ['97', '174']],
    ['  львів ', ['282', '97']],
    ['kpi', ['174']],
    ["комп'ютер", ['F3']],
    ['комп`ютер', ['F3']],
    ['f3', ['F3']],
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
