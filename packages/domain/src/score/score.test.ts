import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_SCORE, parseScore, scoreToDecimal } from './score.ts'

describe('parseScore', () => {
  it.each([
    ['183.571', 183571],
    ['183,571', 183571],
    [' 183.5 ', 183500],
    ['183', 183000],
    ['0.001', 1],
    ['200.000', 200000],
  ])('reads %j', (text, score) => {
    expect(parseScore(text)).toBe(score)
  })

  it.each(['', '200.001', '183.5712', '-183.571', '1835.71', '183.', '.5', '1e2', '183 571', 'сто', 'NaN'])(
    'refuses %j',
    (text) => {
      expect(parseScore(text)).toBeNull()
    },
  )

  it('reads back every score it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_SCORE }), (score) => {
        expect(parseScore(scoreToDecimal(score))).toBe(score)
      }),
    )
  })
})

describe('scoreToDecimal', () => {
  it.each([
    [183571, '183.571'],
    [200000, '200.000'],
    [7, '0.007'],
    [0, '0.000'],
    [-1204, '-1.204'],
    [-7, '-0.007'],
  ])('writes %d as %s', (score, text) => {
    expect(scoreToDecimal(score)).toBe(text)
  })
})
