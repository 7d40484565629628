import { formatCount } from './numbers.ts'
import { pluralForm } from './plural.ts'
import type { TextArguments, Translator } from './translator.ts'

/** A number as two arguments of a text: `$<name>` to show, `$<name>Form` to choose the form of its noun by. */
export function counted(tr: Translator, name: string, n: number): TextArguments {
  return { [name]: formatCount(tr.language, n), [`${name}Form`]: pluralForm(tr.language, n) }
}
