import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDecimal,
  formatMargin,
  formatMultiplier,
  formatRange,
  formatScore,
  formatWeight,
} from './numbers.ts'

describe('numbers', () => {
  it.each([
    [0, '0', '0'],
    [85, '85', '85'],
    [999, '999', '999'],
    [1334, '1\u00A0334', '1,334'],
    [98412, '98\u00A0412', '98,412'],
    [1234567, '1\u00A0234\u00A0567', '1,234,567'],
    [-1334, '\u22121\u00A0334', '\u22121,334'],
  ])('counts %i', (n, uk, en) => {
    expect(formatCount('uk', n)).toBe(uk)
    expect(formatCount('en', n)).toBe(en)
  })

  it.each([
    [183571, '183,571', '183.571'],
    [174950, '174,950', '174.950'],
    [200000, '200,000', '200.000'],
    [100001, '100,001', '100.001'],
    [40, '0,040', '0.040'],
  ])('shows the score %i with three decimals', (score, uk, en) => {
    expect(formatScore('uk', score)).toBe(uk)
    expect(formatScore('en', score)).toBe(en)
  })

  it.each([
    [12367, '+12,367', '+12.367'],
    [-1204, '\u22121,204', '\u22121.204'],
    [-4, '\u22120,004', '\u22120.004'],
    [0, '0,000', '0.000'],
  ])('signs the margin %i', (margin, uk, en) => {
    expect(formatMargin('uk', margin)).toBe(uk)
    expect(formatMargin('en', margin)).toBe(en)
  })

  it.each([
    [63, 66, '63\u2060–\u206066'],
    [1, 1, '1'],
    [998, 1002, '998\u2060–\u20601\u00A0002'],
  ])('keeps the range %i to %i on one line', (from, to, shown) => {
    expect(formatRange('uk', from, to)).toBe(shown)
  })

  it.each([
    ['0.30', '0,3'],
    ['0.35', '0,35'],
    ['1.00', '1'],
    ['10', '10'],
    ['1.4', '1,4'],
  ])('drops the zeros at the end of the weight %s', (weight, shown) => {
    expect(formatWeight('uk', weight)).toBe(shown)
  })

  it.each([
    ['1', '1,00'],
    ['1.0', '1,00'],
    ['1.07', '1,07'],
    ['1.025', '1,025'],
  ])('gives the multiplier %s two decimals at least', (multiplier, shown) => {
    expect(formatMultiplier('uk', multiplier)).toBe(shown)
  })

  it('writes an exact decimal as it is', () => {
    expect(formatDecimal('uk', '1.07')).toBe('1,07')
    expect(formatDecimal('en', '1.07')).toBe('1.07')
  })
})
