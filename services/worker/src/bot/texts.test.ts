import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createI18n, loadLocale, referencesOf } from '@abitly/text'

const LOCALES = new URL('../../locales/', import.meta.url)
const SOURCES = fileURLToPath(new URL('../', import.meta.url))

const uk = loadLocale([LOCALES], 'uk')
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('testing'))
  .map((path) => readFileSync(join(SOURCES, path), 'utf8'))
/** Every string of the code that looks like a key. */
const literals = new Set(sources.flatMap((source) => source.match(/(?<=')[a-z]+(?:-[a-z]+)*(?=')/g) ?? []))

describe('the texts', () => {
  it('are complete in both languages', () => {
    expect(() => createI18n(LOCALES)).not.toThrow()
  })

  it('are all used', () => {
    const referred = uk.keys.flatMap((key) => referencesOf(uk.bundle, key))
    const used = new Set([...literals, ...referred])
    expect(uk.keys.filter((key) => !used.has(key))).toEqual([])
  })

  it('exist wherever the code asks for one', () => {
    const asked = sources.flatMap((source) => source.match(/(?<=\.text\(\s*')[^']+/g) ?? [])
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter((key) => !uk.keys.includes(key))).toEqual([])
  })

  it.each(['uk', 'en'] as const)('use typographic signs only: %s', (language) => {
    const { bundle, keys } = loadLocale([LOCALES], language)
    const text = JSON.stringify(keys.map((key) => bundle.getMessage(key)?.value))
    // Straight apostrophes, hyphens for dashes, three dots, and characters nobody can see.
    expect(text.match(/.{0,20}(?:\p{L}'| - |\.\.\.|[\u00A0\u2060]).{0,20}/gu)).toBeNull()
  })
})
