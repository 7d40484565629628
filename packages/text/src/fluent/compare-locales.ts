import { placeholdersOf } from './placeholders.ts'
import type { Locale } from './load-locale.ts'

/** What one language has and the other lacks: keys, and arguments shown under the same key. */
export function compareLocales(uk: Locale, en: Locale): string[] {
  return [
    ...uk.keys.filter((key) => !en.bundle.hasMessage(key)).map((key) => `"${key}" has no English text`),
    ...en.keys.filter((key) => !uk.bundle.hasMessage(key)).map((key) => `"${key}" has no Ukrainian text`),
    ...uk.keys
      .filter((key) => en.bundle.hasMessage(key))
      .flatMap((key) => differentPlaceholders(key, uk, en)),
  ]
}

function differentPlaceholders(key: string, uk: Locale, en: Locale): string[] {
  const [inUkrainian, inEnglish] = [uk, en].map(({ bundle }) => placeholdersOf(bundle, key).join(', '))
  if (inUkrainian === inEnglish) return []
  return [`"${key}" shows ${inUkrainian || 'nothing'} in Ukrainian, but ${inEnglish || 'nothing'} in English`]
}
