import type { Language } from '@abitly/database'

/** The language for somebody we keep no record of, by Telegram's tag: the rule for students seen first. */
export function languageOf(languageCode: string | undefined): Language {
  return languageCode?.toLowerCase().startsWith('en') === true ? 'en' : 'uk'
}
