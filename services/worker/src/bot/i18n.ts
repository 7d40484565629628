import type { FluentBundle } from '@fluent/bundle'
import type { Language } from '@abitly/database'
import type { TextArguments, Translator } from '../text/translator.ts'
import { tieWords } from '../text/typography.ts'
import { compareLocales } from './fluent/compare-locales.ts'
import { loadLocale } from './fluent/load-locale.ts'

/** A translator for each language. */
export type I18n = Readonly<Record<Language, Translator>>

/**
 * Reads all texts: `<localesDir>/<language>/*.ftl`.
 * @throws Error that lists every problem: an unreadable entry, a key or a placeholder one language lacks
 */
export function createI18n(localesDir: URL | string): I18n {
  const uk = loadLocale(localesDir, 'uk')
  const en = loadLocale(localesDir, 'en')
  const problems = [...uk.problems, ...en.problems, ...compareLocales(uk, en)]
  if (problems.length > 0) throw new Error(`The texts are incomplete:\n${problems.join('\n')}`)
  return { uk: translator('uk', uk.bundle), en: translator('en', en.bundle) }
}

function translator(language: Language, bundle: FluentBundle): Translator {
  return { language, text: (key, args) => tieWords(format(bundle, key, args)) }
}

function format(bundle: FluentBundle, key: string, args: TextArguments | undefined): string {
  const pattern = bundle.getMessage(key)?.value
  if (pattern === undefined || pattern === null) throw new Error(`There is no text "${key}" in the locales`)
  const errors: Error[] = []
  const text = bundle.formatPattern(pattern, args, errors)
  if (errors[0] !== undefined) throw new Error(`The text "${key}" lacks an argument`, { cause: errors[0] })
  return text
}
