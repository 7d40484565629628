import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from './model/texts.ts'
import { createTexts } from './model/texts.ts'

const here = (path: string): URL => new URL(path, import.meta.url)
const load = (language: string): Catalogue =>
  JSON.parse(readFileSync(here(`../locales/${language}.json`), 'utf8')) as Catalogue

const uk = load('uk')
const en = load('en')
const sources = readdirSync(here('.'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(here(path), 'utf8'))

describe('texts of the page', () => {
  it('exist in both languages; those of the developer panel in English only', () => {
    const page = Object.keys(en).filter((key) => !key.startsWith('panel.'))
    expect(Object.keys(uk).sort()).toEqual(page.sort())
  })

  it('have a text for every key in the code', () => {
    const used = sources.flatMap((source) =>
      [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(used.length).toBeGreaterThan(40)
    expect(used.filter((key) => !(key in en))).toEqual([])
  })

  it('have no Ukrainian among the code', () => {
    expect(sources.filter((source) => /[а-яіїєґ]/iu.test(source))).toEqual([])
  })

  it.each([
    [uk, 'uk', ['one', 'few', 'many', 'other']],
    [en, 'en', ['one', 'other']],
  ] as const)('know all plural forms', (catalogue, _language, forms) => {
    for (const entry of Object.values(catalogue)) {
      if (typeof entry !== 'string') expect(Object.keys(entry)).toEqual(forms)
    }
  })

  it('choose the form by the number', () => {
    const { t } = createTexts('uk', uk, en)
    expect([1, 2, 5, 11, 21, 112].map((count) => t('people.unread', { count }))).toEqual([
      '1 нове повідомлення',
      '2 нові повідомлення',
      '5 нових повідомлень',
      '11 нових повідомлень',
      '21 нове повідомлення',
      '112 нових повідомлень',
    ])
    expect(t('panel.attempts', { count: 2, answer: '200' })).toBe('200 · 2 attempts')
    expect(t('no.such.key')).toBe('no.such.key')
  })
})
