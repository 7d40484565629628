import type { SubjectCode } from '@abitly/domain'

/** How names of subjects begin, in either language; literature first: it is Ukrainian too. */
const NAMES: readonly [SubjectCode, RegExp][] = [
  ['lit', /(?<!\p{L})(літ|lit)/u],
  ['ukr', /(?<!\p{L})(укр|ukr)/u],
  ['math', /(?<!\p{L})(мат|math)/u],
  ['hist', /(?<!\p{L})(іст|hist)/u],
  ['foreign', /(?<!\p{L})(іноз|англ|німец|франц|іспан|foreign|engl|germ|french|span)/u],
  ['bio', /(?<!\p{L})(біол|biol)/u],
  ['geo', /(?<!\p{L})(геогр|geogr)/u],
  ['phys', /(?<!\p{L})(фіз|phys)/u],
  ['chem', /(?<!\p{L})(хім|chem)/u],
]

/**
 * Typed grades in the order in which they are asked. They are taken so unless the text names subjects: then each
 * belongs to the name in front of it.
 * @returns null where names and numbers do not go together, or other subjects are named than those asked next
 */
export function inAskedOrder(
  text: string,
  values: readonly number[],
  asked: readonly SubjectCode[],
): readonly number[] | null {
  const named = [...text.toLowerCase().matchAll(/(\D*)\d+/g)].map(([, words = '']) => subjectIn(words))
  if (named.every((subject) => subject === null)) return values
  if (named.length !== values.length) return null
  const ordered = asked.slice(0, values.length).map((subject) => values[named.indexOf(subject)])
  return ordered.every((value) => value !== undefined) ? ordered : null
}

function subjectIn(words: string): SubjectCode | null {
  return NAMES.find(([, beginning]) => beginning.test(words))?.[0] ?? null
}
