import { NO_BREAK_SPACE, WORD_JOINER } from './signs.ts'

const EMOJI_THEN_SPACE = /(\p{Extended_Pictographic}\uFE0F?) /gu
// Shorter words are prepositions («3 з 5», "3 of 5"): they belong to what follows.
const NUMBER_THEN_NOUN = /(?<![\p{L}\p{N}])((?:\p{N}+[\p{N},.:\u00A0\u2060–]*)?\p{N}) (?=\p{L}\p{Ll}{2})/gu
const SPACE_THEN_DASH = / (?=—)/g
const SPACE_THEN_PERCENT = /(?<=\p{N}) (?=%)/gu
const SIGN_THEN_NUMBER = /(?<=[№≈×]) (?=\p{N})/gu
const RANGE = /(?<=\p{N})–(?=\p{N})/gu

/**
 * Ties what a line break would spoil: an emoji to its word, a number to its noun or its sign, a dash to the word
 * before it, the two ends of a range. One place for all texts, so that no template holds a character nobody can
 * see.
 */
export function tieWords(text: string): string {
  return text
    .replace(RANGE, `${WORD_JOINER}–${WORD_JOINER}`)
    .replace(EMOJI_THEN_SPACE, `$1${NO_BREAK_SPACE}`)
    .replace(NUMBER_THEN_NOUN, `$1${NO_BREAK_SPACE}`)
    .replace(SPACE_THEN_PERCENT, NO_BREAK_SPACE)
    .replace(SIGN_THEN_NUMBER, NO_BREAK_SPACE)
    .replace(SPACE_THEN_DASH, NO_BREAK_SPACE)
}
