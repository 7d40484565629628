import { describe, expect, it } from 'vitest'
import { marginTo } from './margin.ts'

describe('marginTo', () => {
  it('is the difference to the score of last year', () => {
    expect(marginTo(171_204, 183_571)).toEqual({ points: 12_367, lastYear: 171_204, class: 'safe' })
  })

  it('is null without history', () => {
    expect(marginTo(null, 183_571)).toBeNull()
  })

  it.each([
    [5000, 'safe'],
    [4999, 'above'],
    [1501, 'above'],
    [1500, 'borderline'],
    [0, 'borderline'],
    [-1500, 'borderline'],
    [-1501, 'below'],
    [-4999, 'below'],
    [-5000, 'unlikely'],
  ])('%d thousandths are %s', (points, name) => {
    expect(marginTo(170_000, 170_000 + points)?.class).toBe(name)
  })
})
