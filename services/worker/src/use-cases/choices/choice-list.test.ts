import { createI18n, letterCount } from '@abitly/text'
import { describe, expect, it } from 'vitest'
import { choiceRows } from './choice-list.ts'
import type { ChoiceList } from './choice-list.ts'

const { uk } = createI18n(new URL('../../../locales/', import.meta.url))

/** So many choices of that name, told apart by a number in front. */
const listOf = (n: number, name: string): ChoiceList => ({
  chosen: ['2'],
  all: Array.from({ length: n }, (_, index) => {
    const label = `${String(index + 1)} ${name}`
    return { id: String(index + 1), label, names: [label] }
  }),
})

function labels(list: ChoiceList, page = 0): string[][] {
  const rows = choiceRows(
    uk,
    list,
    { page, query: '', first: [] },
    {
      toggle: (text, id) => ({ text, press: { kind: 'plan', id } as never }),
      page: () => ({ kind: 'plan' }),
    },
  )
  return rows.map((row) => row.map(({ text }) => text.replaceAll('\u00A0', ' ')))
}

describe('the buttons of a long list', () => {
  it('stand in pairs where names are short', () => {
    const rows = labels(listOf(40, 'ЛНУ'))
    expect(rows.slice(0, 2)).toEqual([
      ['1 ЛНУ', '✓ 2 ЛНУ'],
      ['3 ЛНУ', '4 ЛНУ'],
    ])
    expect(rows).toHaveLength(9)
    expect(rows.at(-1)).toEqual(['‹', '1 з 3', '›'])
  })

  it('have a row each where names are long', () => {
    const rows = labels(listOf(40, 'Інженерія програмного забезпечення'))
    expect(rows.slice(0, 2)).toEqual([['1 Інженерія програмного забез…'], ['✓ 2 Інженерія програмного заб…']])
    expect(
      rows
        .slice(0, -1)
        .flat()
        .every((label) => letterCount(label) <= 30),
    ).toBe(true)
    expect(rows).toHaveLength(11)
    expect(rows.at(-1)).toEqual(['‹', '1 з 4', '›'])
    expect(labels(listOf(41, 'Інженерія програмного забезпечення'), 4)[0]?.[0]).toMatch(/^41 /)
  })

  it('stay in pairs for a few long names', () => {
    const few = listOf(40, 'ЛНУ')
    const all = few.all.map((one, index) => (index < 4 ? { ...one, label: 'Дуже довга назва' } : one))
    expect(labels({ ...few, all })[0]).toEqual(['Дуже довга наз…', '✓ Дуже довга н…'])
  })
})
