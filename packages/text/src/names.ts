const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const ISOLATE = '\u2068'
const END_OF_ISOLATE = '\u2069'

/** Twice the longest real name of a programme or an institution: a message always has room for several. */
const LONGEST_NAME = 200

const graphemes = new Intl.Segmenter('uk', { granularity: 'grapheme' })

/** Makes any text safe inside a message of `parse_mode: HTML`. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * A name from outside, ready for an HTML message: escaped, and isolated when it is written right to left, so
 * that it cannot turn the words around it. Names are data: they are never declined.
 */
export function displayName(name: string): string {
  return escapeHtml(isolated(shorten(inOneLine(name), LONGEST_NAME)))
}

/** The same for places that know no HTML (buttons, toasts), cut to at most `length` letters, «…» included. */
export function plainName(name: string, length: number): string {
  return isolated(shorten(inOneLine(name), length))
}

/** How many letters people see: an emoji is one, however it is made. */
export function letterCount(text: string): number {
  return Array.from(graphemes.segment(text)).length
}

function shorten(text: string, length: number): string {
  // Letters are never more than code units, so the common case needs no counting.
  if (text.length <= length) return text
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment)
  if (letters.length <= length) return text
  return `${letters
    .slice(0, Math.max(0, length - 1))
    .join('')
    .trimEnd()}…`
}

/** On one line, with the apostrophe that belongs into a word, whichever it was typed with. */
function inOneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{L})['ʼ`](?=\p{L})/gu, '’')
}

function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `${ISOLATE}${name}${END_OF_ISOLATE}` : name
}
