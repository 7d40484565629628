import { describe, expect, it } from 'vitest'
import { binWidth, histogram } from './histogram.ts'

describe('binWidth', () => {
  it.each([
    [10, 5_000],
    [59, 5_000],
    [60, 2_500],
    [1000, 2_500],
    [1001, 1_000],
  ])('%i applicants: %i thousandths', (applicants, width) => {
    expect(binWidth(applicants)).toBe(width)
  })
})

describe('histogram', () => {
  it('leaves fewer than ten as they are, lowest first', () => {
    expect(histogram([190_000, 150_000])).toEqual({ form: 'dots', scores: [150_000, 190_000] })
  })

  it('counts a score on the edge to the higher bar', () => {
    const scores = [149_999, ...Array.from({ length: 9 }, () => 150_000)]
    expect(histogram(scores)).toEqual({ form: 'bars', step: 5_000, from: 145_000, counts: [1, 9] })
  })

  it('has no bar beyond the highest score there is', () => {
    const scores = [195_000, ...Array.from({ length: 9 }, () => 200_000)]
    expect(histogram(scores)).toEqual({ form: 'bars', step: 5_000, from: 195_000, counts: [10] })
  })

  it('loses nobody, however many', () => {
    const scores = Array.from({ length: 2_000 }, (_, index) => 100_000 + index * 50)
    const found = histogram(scores)
    expect(found).toMatchObject({ form: 'bars', step: 1_000, from: 100_000 })
    expect(found.form === 'bars' && found.counts.reduce((sum, count) => sum + count, 0)).toBe(2_000)
  })
})
