import { fontOf } from './font.ts'
import type { Weight } from './font.ts'

const ELLIPSIS = '…'
const SEPARATOR = ' · '
/** How much of a title the university may take when both are long. */
const UNIVERSITY_SHARE = 0.4

/** Only what the font can show: no sign without a glyph, none that takes no room, one line. */
export function printable(words: string, weight: Weight): string {
  const font = fontOf(weight)
  const shown = Array.from(words.replace(/\s/g, ' ')).filter((sign) => font.has(sign))
  return shown.join('').replace(/ {2,}/g, ' ').trim()
}

export function widthOf(words: string, size: number, weight: Weight): number {
  return fontOf(weight).width(words, size)
}

/** The text, cut to a width with «…» at its end. */
export function fitText(words: string, room: number, size: number, weight: Weight): string {
  if (widthOf(words, size, weight) <= room) return words
  const letters = Array.from(words)
  while (letters.length > 0 && widthOf(letters.join('') + ELLIPSIS, size, weight) > room) letters.pop()
  return letters.join('').trimEnd() + ELLIPSIS
}

/** «Інформатика · ЛНУ»: of two long names the programme is cut first. */
export function fitTitle(
  { programme, university }: { programme: string; university: string },
  room: number,
  size: number,
  weight: Weight,
): string {
  const [first, second] = [printable(programme, weight), printable(university, weight)]
  if (first === '' || second === '') return fitText(first || second, room, size, weight)
  const ending = SEPARATOR + fitText(second, room * UNIVERSITY_SHARE, size, weight)
  return fitText(first, room - widthOf(ending, size, weight), size, weight) + ending
}

/** The first of several wordings that fits; the last one cut when none does. */
export function firstThatFits(
  wordings: readonly string[],
  room: number,
  size: number,
  weight: Weight,
): string {
  const all = wordings.map((words) => printable(words, weight))
  const fitting = all.find((words) => widthOf(words, size, weight) <= room)
  return fitting ?? fitText(all.at(-1) ?? '', room, size, weight)
}
