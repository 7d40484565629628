import { searchWords } from './search-words.ts'

/** Words after which a name honours somebody: «імені Івана Франка». */
const HONOURS = /(?<!\p{L})(?:імені|ім\.|named after)(?!\p{L})/iu
const SHORTEST = 2
const LONGEST = 8

/**
 * Abbreviations that people make of a name: the initials of its words before «імені», those with the name honoured,
 * and those of what stands in quotes («Київський політехнічний інститут» → «кпі»).
 */
export function initialsOf(name: string): string[] {
  const quoted = [...name.matchAll(/[«“„](.+?)[»”]/gu)].map((match) => match[1] ?? '')
  const parts = [name, ...quoted].flatMap((part) => [part, part.split(HONOURS)[0] ?? ''])
  const found = parts.map((part) => words(part).map(firstLetter).join(''))
  return [...new Set(found)].filter(({ length }) => length >= SHORTEST && length <= LONGEST)
}

/** In their order, repeated ones too. */
function words(part: string): string[] {
  return part.split(/[^\p{L}\p{N}'’ʼ`]+/u).flatMap(searchWords)
}

function firstLetter(word: string): string {
  return word.charAt(0)
}
