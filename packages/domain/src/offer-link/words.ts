/** White space, invisible characters, brackets, quotes and separators: nothing that our addresses hold. */
const BETWEEN_WORDS = /[\s\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF<>()[\]{}|"'`,;«»“”„’]+/

/** Punctuation that ends a sentence or closes formatting, not an address. */
const TRAILING = new Set('.:!?…*_~-–—')

/** Splits a text into words as links need it: without brackets, quotes and the punctuation around them. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(BETWEEN_WORDS)
    .map(trimWord)
    .filter((word) => word !== '')
}

function trimWord(word: string): string {
  let end = word.length
  // A loop, because /[...]+$/ takes quadratic time on a hostile text.
  while (end > 0 && TRAILING.has(word.charAt(end - 1))) end--
  return word.slice(0, end).replace(/^[^\p{L}\p{N}/]+/u, '')
}
