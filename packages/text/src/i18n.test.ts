import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createI18n } from './i18n.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locales-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function locales(uk: string, en: string): string {
  for (const [language, source] of Object.entries({ uk, en })) {
    mkdirSync(join(folder, language))
    writeFileSync(join(folder, language, 'texts.ftl'), source)
  }
  return folder
}

describe('createI18n', () => {
  it('fills in a text and ties its words', () => {
    const { uk } = createI18n(locales('places = до { $n } місць — <i>межа</i>', 'places = { $n } places'))
    expect(uk.text('places', { n: '85' })).toBe('до 85\u00A0місць\u00A0— <i>межа</i>')
  })

  it('adds no invisible isolation of its own', () => {
    const { uk } = createI18n(locales('name = Від { $who }', 'name = By { $who }'))
    expect(uk.text('name', { who: 'ЛНУ' })).toBe('Від ЛНУ')
  })

  it.each([
    ['a key one language lacks', 'a = А\nb = Б', 'a = A', '"b" has no English text'],
    ['the other way round', 'a = А', 'a = A\nb = B', '"b" has no Ukrainian text'],
    [
      'a placeholder one language lacks',
      'a = { $x } і { $y }',
      'a = { $x }',
      '"a" shows x, y in Ukrainian, but x',
    ],
    [
      'a placeholder lost in one variant',
      'a = { $n ->\n    [one] { $x }\n   *[other] { $y }\n}',
      'a = { $x }',
      '"a" shows x, y',
    ],
    [
      'a placeholder behind a reference',
      'a = { b }\nb = { $x }',
      'a = A\nb = { $x }',
      '"a" shows x in Ukrainian',
    ],
    ['an entry that cannot be read', 'a = { $x', 'a = A', 'uk/texts.ftl: line 1 cannot be read'],
    [
      'a line that was not indented',
      'a =\n    перший\nдругий',
      'a = A',
      'uk/texts.ftl: line 3 cannot be read',
    ],
    ['a key that stands twice', 'a = А\na = Б', 'a = A', 'Attempt to override an existing message: "a"'],
  ])('refuses to start: %s', (_name, uk, en, problem) => {
    expect(() => createI18n(locales(uk, en))).toThrow(problem)
  })

  it('lets languages choose their words by different things', () => {
    const uk = 'at = { $hour ->\n    [h11] об\n   *[other] о\n} { $time }'
    expect(() => createI18n(locales(uk, 'at = at { $time }'))).not.toThrow()
  })

  it('refuses a text that does not exist, and one without its argument', () => {
    const { uk } = createI18n(locales('a = { $x }', 'a = { $x }'))
    expect(() => uk.text('b')).toThrow('There is no text "b"')
    expect(() => uk.text('a')).toThrow('The text "a" lacks an argument')
  })
})
