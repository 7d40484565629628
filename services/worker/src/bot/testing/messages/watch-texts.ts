import type { I18n, Language, Translator } from '@abitly/text'

/** The same texts; `seen` gets the key of each that is asked for. */
export function watchTexts(i18n: I18n, seen: Set<string>): I18n {
  const watched = (language: Language): Translator => ({
    language,
    text: (key, args) => {
      seen.add(key)
      return i18n[language].text(key, args)
    },
  })
  return { uk: watched('uk'), en: watched('en') }
}
