/** Plural forms by the categories of Intl.PluralRules. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>

/** Texts of one language by key. */
export type Catalogue = Readonly<Record<string, string | PluralForms>>

export type TextParameters = Readonly<Record<string, string | number>>

export interface Texts {
  language: string
  /** The text of a key; `{name}` in it is replaced, and `count` chooses the plural form. */
  t: (key: string, parameters?: TextParameters) => string
}

/**
 * @param catalogue texts of the chosen language
 * @param fallback texts used for keys the first one lacks (the developer panel exists in English only)
 */
export function createTexts(language: string, catalogue: Catalogue, fallback: Catalogue): Texts {
  const translated = { catalogue, plurals: new Intl.PluralRules(language) }
  const spare = { catalogue: fallback, plurals: new Intl.PluralRules('en') }
  return {
    language,
    t(key, parameters = {}) {
      const source = key in catalogue ? translated : spare
      const entry = source.catalogue[key] ?? key
      return fill(typeof entry === 'string' ? entry : form(entry, source.plurals, parameters), parameters)
    },
  }
}

function form(forms: PluralForms, plurals: Intl.PluralRules, parameters: TextParameters): string {
  return forms[plurals.select(Number(parameters['count'] ?? 0))] ?? forms.other ?? ''
}

function fill(text: string, parameters: TextParameters): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(parameters[name] ?? whole))
}
