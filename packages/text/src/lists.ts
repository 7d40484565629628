import type { Translator } from './translator.ts'

/** «заяви, місця та торішню межу»: commas, and the language's "and" before the last one. */
export function listText(tr: Translator, items: readonly string[]): string {
  const rest = items.slice(0, -1).join(', ')
  const last = items.at(-1) ?? ''
  return rest === '' ? last : tr.text('list-and', { rest, last })
}
