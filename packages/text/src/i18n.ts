import type { FluentBundle } from '@fluent/bundle'
import type { Language } from './language.ts'
import type { TextArguments, Translator } from './translator.ts'
import { tieWords } from './typography.ts'
import { compareLocales } from './fluent/compare-locales.ts'
import { loadLocale } from './fluent/load-locale.ts'

/** A translator for each language. */
export type I18n = Readonly<Record<Language, Translator>>

/** Words of the calendar, of durations, of lists: what this package needs itself. */
const OWN_TEXTS = new URL('../locales/', import.meta.url)

/**
 * Reads all texts: the words of this package, and `<localesDir>/<language>/*.ftl`.
 * @throws Error that lists every problem: an unreadable entry, a key or a placeholder one language lacks
 */
export function createI18n(...localesDirs: readonly (URL | string)[]): I18n {
  const folders = [OWN_TEXTS, ...localesDirs]
  const uk = loadLocale(folders, 'uk')
  const en = loadLocale(folders, 'en')
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
