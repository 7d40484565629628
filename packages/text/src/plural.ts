import type { Language } from './language.ts'

/** Plural category of CLDR; English knows `one` and `other`, Ukrainian uses `other` for fractions. */
export type PluralForm = 'one' | 'few' | 'many' | 'other'

/** Building the rules costs more than asking them, so each set is built once. */
const known = new Map<string, Intl.PluralRules>()

/**
 * The form a noun takes after a number, to select a variant of a text with.
 * @param fractionDigits decimals that are shown: 183 shown as «183,000» takes the form of a fraction
 */
export function pluralForm(language: Language, n: number, fractionDigits = 0): PluralForm {
  const form = rulesOf(language, fractionDigits).select(Math.abs(n))
  return form === 'one' || form === 'few' || form === 'many' ? form : 'other'
}

function rulesOf(language: Language, fractionDigits: number): Intl.PluralRules {
  const key = `${language}${fractionDigits}`
  const rules = known.get(key) ?? new Intl.PluralRules(language, { minimumFractionDigits: fractionDigits })
  known.set(key, rules)
  return rules
}
