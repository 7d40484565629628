import { OFTEN_MISTAKEN } from './ukrainian.ts'

/** From so many letters on, one slip of the keyboard is forgiven; and two. */
const ONE_FROM = 4
const TWO_FROM = 8

/** How many letters may be wrong in a word of this length. */
export function forgivenEdits(length: number): 0 | 1 | 2 {
  if (length >= TWO_FROM) return 2
  return length >= ONE_FROM ? 1 : 0
}

/**
 * Whether `word` may have been meant by `typed`: so few letters added, left out or replaced, or two swapped. «И» for
 * «і» is no slip at all: «КПИ» is КПІ.
 */
export function isTypo(typed: string, word: string): boolean {
  if (oneOfTwo(typed) === oneOfTwo(word)) return true
  const allowed = forgivenEdits(typed.length)
  if (allowed === 0 || Math.abs(typed.length - word.length) > allowed) return false
  return editDistance(typed, word) <= allowed || isSwap(typed, word)
}

/** Levenshtein's distance. Words are short: a row of numbers is all it takes. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1))
    }
    row = next
  }
  return at(row, b.length)
}

/** All ways to swap two neighbouring letters of a word. */
export function swaps(word: string): string[] {
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, index) => word.slice(0, index) + word.charAt(index + 1) + word.charAt(index) + word.slice(index + 2),
  ).filter((swapped) => swapped !== word)
}

function isSwap(typed: string, word: string): boolean {
  return typed.length === word.length && swaps(typed).includes(word)
}

function oneOfTwo(word: string): string {
  return word.replaceAll(OFTEN_MISTAKEN.typed, OFTEN_MISTAKEN.meant)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
