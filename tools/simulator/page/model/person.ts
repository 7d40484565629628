import type { SimUser } from '../page-api.ts'

/** First and last name as one line. */
export function fullName(user: Pick<SimUser, 'firstName' | 'lastName'>): string {
  return [user.firstName, user.lastName ?? ''].join(' ').trim()
}

/** One or two signs for a round picture; an emoji or a ligature stays whole. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '')
  const letters = words.map((word) => firstGrapheme(word))
  return [letters[0] ?? '?', letters.length > 1 ? (letters.at(-1) ?? '') : '']
    .join('')
    .toLocaleUpperCase('uk')
}

function firstGrapheme(word: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)
  return [...segments][0]?.segment ?? ''
}

/** A stable hue class 0…7 for the picture of an id. */
export function hueOf(id: number): number {
  return Math.abs(Math.trunc(id)) % 8
}

/** Does the name, user name or id of a person hold what is being looked for? */
export function personMatches(user: SimUser, query: string): boolean {
  const needle = query.trim().toLocaleLowerCase('uk')
  const haystack = `${fullName(user)} ${user.username ?? ''} ${String(user.id)}`.toLocaleLowerCase('uk')
  return haystack.includes(needle)
}
