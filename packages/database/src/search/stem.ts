import { ENDINGS } from './ukrainian.ts'

/** A shorter beginning would be shared by words that have nothing in common. */
const SHORTEST_STEM = 4

/** What is left of a word without its ending: «штучний» and «штучного» have one stem. */
export function stemOf(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Whether two words are forms of one, as far as their endings tell. */
export function isOtherForm(typed: string, word: string): boolean {
  const stem = stemOf(typed)
  return stem.length >= SHORTEST_STEM && stem === stemOf(word)
}
