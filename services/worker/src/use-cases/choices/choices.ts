import { CODE_LETTERS } from '@abitly/database'
import type { Language, Repositories } from '@abitly/database'
import type { ChoiceField } from './choice-field.ts'

/** Something people or audiences can be narrowed by. */
export interface Choice {
  /** What its button carries: an id or a code. */
  id: string
  /** What its button and the summary say. */
  label: string
  /** All names it is found by. */
  names: readonly string[]
}

/** Numbers by their value: «F3» before «F10». */
const ALPHABETS: Readonly<Record<Language, Intl.Collator>> = {
  uk: new Intl.Collator('uk', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}

/** Everything one can choose of, in the order of the labels as the reader's language sorts them. */
export async function choicesOf(
  choices: Repositories['choices'],
  field: ChoiceField,
  language: Language,
): Promise<Choice[]> {
  const all = await readChoices(choices, field, (uk, en) => (language === 'en' ? (en ?? uk) : uk))
  return all.sort((a, b) => ALPHABETS[language].compare(a.label, b.label))
}

async function readChoices(
  choices: Repositories['choices'],
  field: ChoiceField,
  inLanguage: (uk: string, en: string | null) => string,
): Promise<Choice[]> {
  switch (field) {
    case 'region':
      return (await choices.regions()).map(({ id, nameUk, nameEn }) => {
        return { id: String(id), label: inLanguage(nameUk, nameEn), names: [nameUk, nameEn] }
      })
    case 'university':
      return (await choices.universities()).map(({ id, nameUk, nameEn, shortUk, shortEn }) => {
        const names = [nameUk, nameEn ?? '', shortUk, shortEn ?? '']
        return { id: String(id), label: inLanguage(shortUk, shortEn), names }
      })
    case 'speciality':
      return (await choices.specialities()).map(({ code, nameUk, nameEn }) => {
        const label = `${code} ${inLanguage(nameUk, nameEn)}`
        return { id: code, label, names: [`${code} ${nameUk}`, `${code} ${nameEn ?? ''}`] }
      })
  }
}

/** The choices whose names hold what was typed; all for an empty search. */
export function foundChoices(all: readonly Choice[], query: string): Choice[] {
  const wanted = folded(query)
  return all.filter(({ names }) => names.some((name) => folded(name).includes(wanted)))
}

/** The choices of `first` before all others, both in their own order. */
export function arranged(all: readonly Choice[], first: readonly string[]): Choice[] {
  const leads = (choice: Choice): boolean => first.includes(choice.id)
  return [...all.filter(leads), ...all.filter((choice) => !leads(choice))]
}

/** Apostrophes are typed in many ways, letters in any case, codes in either alphabet. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’ʼ`]/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\p{L}) ?(?=\d)/u, (_, letter: string) => CODE_LETTERS[letter] ?? letter)
}
