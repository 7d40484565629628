import type { I18n, Language, Translator } from '@abitly/text'

/** Which texts were asked for, by key, and with which values of which arguments. */
export type SeenTexts = Map<string, Map<string, Set<string>>>

/** The same texts; `seen` gets each that is asked for while `isShown` says so. */
export function watchTexts(i18n: I18n, seen: SeenTexts, isShown: () => boolean): I18n {
  const watched = (language: Language): Translator => ({
    language,
    text: (key, args) => {
      if (!isShown()) return i18n[language].text(key, args)
      const values = seen.get(key) ?? new Map<string, Set<string>>()
      seen.set(key, values)
      for (const [name, value] of Object.entries(args ?? {})) {
        values.set(name, (values.get(name) ?? new Set()).add(value))
      }
      return i18n[language].text(key, args)
    },
  })
  return { uk: watched('uk'), en: watched('en') }
}
