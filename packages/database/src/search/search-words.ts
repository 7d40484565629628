import {
  CODE_LETTERS,
  LOOKS_CYRILLIC,
  LOOKS_LATIN,
  OTHER_KEYBOARD,
  OTHER_NAMES,
  STOP_WORDS,
} from './ukrainian.ts'

/** Longest word that is kept, in letters: longer ones are no words. */
const LONGEST = 40

/** ' ’ ʼ ‘ ` ´ and their relatives: «комп’ютерні» is found however its apostrophe is typed, or left out. */
const APOSTROPHES = /['’ʼ‘‛`´′ʹ＇"]/gu
/** Soft hyphens and the like, and the mark of stress; «й» and «ї» are letters of their own by then. */
const INVISIBLE = /[\u0301\u00ad\u200b-\u200f\u2060\ufeff]/gu

/**
 * The words of a text in the form in which they are compared: lower case, no apostrophes, one alphabet in a word,
 * codes («Ф3») in Latin. Each once, in their order; words that tell nothing are left out.
 */
export function searchWords(text: string): string[] {
  const words = splitWords(text).map(inOneAlphabet)
  return [...new Set(words)].filter((word) => word !== '' && !STOP_WORDS.has(word))
}

/** A code whose letter and digits are written apart: «F 3». */
const CODE_APART = /(?<![\p{L}\p{N}])(\p{L})\s+(\d{1,2})(?![\p{L}\p{N}])/gu

/** The words of a text that somebody typed to find offers: names and codes as the offers have them. */
export function typedWords(text: string): string[] {
  return searchWords(text.replace(CODE_APART, '$1$2')).map((word) => OTHER_NAMES.get(word) ?? word)
}

function splitWords(text: string): string[] {
  // Apostrophes first: NFKC makes a space of some.
  const plain = text.replace(APOSTROPHES, '').normalize('NFKC').toLowerCase().replace(INVISIBLE, '')
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => Array.from(word).slice(0, LONGEST).join(''))
}

function inOneAlphabet(word: string): string {
  if (/^\p{L}\d{1,2}$/u.test(word)) return (CODE_LETTERS[word.charAt(0)] ?? word.charAt(0)) + word.slice(1)
  if (!/\p{Script=Cyrillic}/u.test(word)) return word
  return Array.from(word, cyrillicLetter).join('')
}

function cyrillicLetter(letter: string): string {
  const looks = LOOKS_LATIN.indexOf(letter)
  if (looks >= 0) return LOOKS_CYRILLIC.charAt(looks)
  return OTHER_KEYBOARD[letter] ?? letter
}
