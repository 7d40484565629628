import fc from 'fast-check'
import { expect, it } from 'vitest'
import { latinForm } from './latin-form.ts'
import { judgeWords } from './match-words.ts'
import { isOtherForm } from './stem.ts'
import { isTypo } from './typos.ts'
import { isPrefix, wordPatterns } from './word-patterns.ts'

const LETTERS = Array.from('абвгдежзиіїкломнпрстуюяьabcdefz0123')
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 14 })

/** A word and what came of it under two slips of the keyboard at most. */
const mistyped = fc
  .tuple(word, fc.array(fc.tuple(fc.nat(20), fc.nat(3), fc.constantFrom(...LETTERS)), { maxLength: 2 }))
  .map(([known, slips]) => [slips.reduce((text, slip) => slipOf(text, ...slip), known), known] as const)

function slipOf(text: string, place: number, kind: number, letter: string): string {
  const at = place % (text.length + 1)
  if (kind === 0) return text.slice(0, at) + letter + text.slice(at)
  if (kind === 1) return text.slice(0, at) + letter + text.slice(at + 1)
  if (kind === 2) return text.slice(0, at) + text.slice(at + 1)
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

/** As PostgreSQL's LIKE. */
function isLike(text: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replaceAll('%', '.*')}$`).test(text)
}

it('the index misses nothing that the words themselves accept', () => {
  fc.assert(
    fc.property(mistyped, ([typed, known]) => {
      const accepted =
        typed === known || isPrefix(typed, known) || isOtherForm(typed, known) || isTypo(typed, known)
      fc.pre(typed !== '' && accepted)
      expect(wordPatterns(typed).some((pattern) => isLike(latinForm(known), pattern))).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

it('forms and words are of one length, in ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      expect(latinForm(text)).toMatch(/^[a-z0-9]+$/)
      expect(latinForm(text)).toHaveLength(Array.from(text).length)
    }),
  )
})

it('of a word that is known the other meanings are kept, behind it', () => {
  const known = ['право', 'правознавство', 'права', 'прано', 'трава'].map((one, index) => ({
    ...{ id: index + 1, word: one, offers: one === 'право' ? 1 : 10 },
  }))
  expect(judgeWords('право', known)).toEqual({
    ...{ exact: [1], likely: [1, 2, 3], possible: [1, 2, 3, 4] },
  })
  expect(judgeWords('правоз', known).likely).toEqual([2])
})
