import { latinForm } from './latin-form.ts'
import { stemOf } from './stem.ts'
import { forgivenEdits, swaps } from './typos.ts'

/** From so many letters on, the beginning of a word is enough. */
const PREFIX_FROM = 3

/**
 * LIKE patterns over the Latin forms that find every word which may be meant by `typed`, and some others. A typo
 * leaves one part of a word as it is: of two parts after one slip, of three after two. So the trigram index answers
 * without a threshold of similarity, and misses nothing.
 */
export function wordPatterns(typed: string): string[] {
  const latin = latinForm(typed)
  if (latin.length < PREFIX_FROM) return [latin]
  return [...new Set([`${latin}%`, `${latinForm(stemOf(typed))}%`, ...typoPatterns(latin)])]
}

/** Whether the beginning of `word` was typed. */
export function isPrefix(typed: string, word: string): boolean {
  return typed.length >= PREFIX_FROM && word.startsWith(typed)
}

function typoPatterns(latin: string): string[] {
  switch (forgivenEdits(latin.length)) {
    case 0:
      return []
    case 1: {
      const half = Math.floor(latin.length / 2)
      return [`${latin.slice(0, half)}%`, `%${latin.slice(half)}`, ...swaps(latin)]
    }
    case 2: {
      const third = Math.ceil(latin.length / 3)
      const last = latin.length - Math.floor(latin.length / 3)
      return [`${latin.slice(0, third)}%`, `%${latin.slice(third, last)}%`, `%${latin.slice(last)}`]
    }
  }
}
