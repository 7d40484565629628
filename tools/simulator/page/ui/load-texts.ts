import type { Catalogue, Texts } from '../model/texts.ts'
import { createTexts } from '../model/texts.ts'
import { recall, remember } from './preferences.ts'

export const LANGUAGES = ['uk', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

function chosenLanguage(): Language {
  const stored = recall('language')
  return LANGUAGES.find((language) => language === stored) ?? 'uk'
}

/** Speaks another language from now on. The page starts anew: nothing on it is lost but its scroll position. */
export function chooseLanguage(language: Language): void {
  remember('language', language)
  location.reload()
}

/** Loads the texts of the page. */
export async function loadTexts(): Promise<Texts> {
  const language = chosenLanguage()
  const [own, english] = await Promise.all([loadCatalogue(language), loadCatalogue('en')])
  document.documentElement.lang = language
  return createTexts(language, own, english)
}

async function loadCatalogue(language: Language): Promise<Catalogue> {
  const response = await fetch(`/locales/${language}.json`)
  if (!response.ok) throw new Error(`/locales/${language}.json: ${String(response.status)}`)
  // The files are ours; a test checks their shape.
  return (await response.json()) as Catalogue
}
