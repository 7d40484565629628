import { CYRILLIC, LATIN } from './ukrainian.ts'

/** Anything else: some letter, as long as it is always the same. */
const OTHER = 'q'

/**
 * A word as the index holds it: pg_trgm sees ASCII only under locale C. Different words may get one form, but equal
 * letters never get different ones: what is alike by letters is alike by forms, so nothing is missed.
 */
export function latinForm(word: string): string {
  return Array.from(word, latinLetter).join('')
}

function latinLetter(letter: string): string {
  if (/^[a-z0-9]$/.test(letter)) return letter
  const at = CYRILLIC.indexOf(letter)
  return at < 0 ? OTHER : LATIN.charAt(at)
}
