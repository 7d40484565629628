import { describe, expect, it } from 'vitest'
import { percentOf, progressBar } from './progress-bar.ts'

describe('the progress', () => {
  it.each([
    [0, 600, '░░░░░░░░░░░░', 0],
    [1, 600, '░░░░░░░░░░░░', 0],
    [49, 600, '░░░░░░░░░░░░', 8],
    [50, 600, '▓░░░░░░░░░░░', 8],
    [412, 600, '▓▓▓▓▓▓▓▓░░░░', 68],
    [599, 600, '▓▓▓▓▓▓▓▓▓▓▓░', 99],
    [999_999, 1_000_000, '▓▓▓▓▓▓▓▓▓▓▓░', 99],
    [600, 600, '▓▓▓▓▓▓▓▓▓▓▓▓', 100],
    [1, 1, '▓▓▓▓▓▓▓▓▓▓▓▓', 100],
    [0, 0, '░░░░░░░░░░░░', 0],
  ])('of %i of %i is floored', (settled, total, bar, percent) => {
    expect(progressBar(settled, total)).toBe(bar)
    expect(percentOf(settled, total)).toBe(percent)
  })
})
