import type { Tx } from '../client.ts'
import { isOtherForm } from './stem.ts'
import { isTypo } from './typos.ts'
import { isPrefix, wordPatterns } from './word-patterns.ts'

/** What one typed word may mean, as ids of `search_words`. */
export interface WordMatch {
  exact: readonly number[]
  /** The exact ones, those it is the beginning of, and other forms of the word. */
  likely: readonly number[]
  /** Likely and mistyped ones. */
  possible: readonly number[]
}

/** A word of the vocabulary that may be meant. */
export interface KnownWord {
  id: number
  word: string
  /** How many offers have it. */
  offers: number
}

/** Of the words with one beginning, and of the mistyped ones: the most frequent. */
const MOST_ALTERNATIVES = 200

/** What each typed word may mean: one question to the database, however many words there are. */
export async function matchWords(tx: Tx, typed: readonly string[]): Promise<WordMatch[]> {
  const patterns = [...new Set(typed.flatMap(wordPatterns))]
  const known = await tx.$queryRaw<KnownWord[]>`
    SELECT DISTINCT w.id, w.word, w.offers
      FROM unnest(${patterns}::text[]) AS pattern JOIN search_words w ON w.latin LIKE pattern`
  return typed.map((word) => judgeWords(word, known))
}

function isLikely(typed: string, word: string): boolean {
  return word === typed || isPrefix(typed, word) || isOtherForm(typed, word)
}

/** Sorts what the index has found: forms in Latin are only alike, here the real words decide. */
export function judgeWords(typed: string, known: readonly KnownWord[]): WordMatch {
  const ids = (words: readonly KnownWord[]): number[] =>
    [...words]
      .sort(
        (a, b) => Number(b.word === typed) - Number(a.word === typed) || b.offers - a.offers || a.id - b.id,
      )
      .slice(0, MOST_ALTERNATIVES)
      .map(({ id }) => id)
  const exact = ids(known.filter(({ word }) => word === typed))
  const likely = ids(known.filter(({ word }) => isLikely(typed, word)))
  const mistyped = ids(known.filter(({ word }) => !isLikely(typed, word) && isTypo(typed, word)))
  return { exact, likely, possible: [...likely, ...mistyped] }
}
