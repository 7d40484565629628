import { describe, expect, it } from 'vitest'
import { add, decimal, decimalText, divide, isLess, multiply, roundHalfUp, ZERO } from './fraction.ts'

const exact = (text: string) => decimal(text, 'test')

describe('fraction', () => {
  it('adds and multiplies decimals that binary fractions cannot hold', () => {
    expect(decimalText(add(exact('0.1'), exact('0.2')))).toBe('0.3')
    expect(roundHalfUp(multiply(exact('145.95'), exact('1.07')), 1000n)).toBe(156167n)
  })

  it.each([
    ['0.0004999', 0n],
    ['0.0005', 1n],
    ['163.6565', 163657n],
    ['163.656499999', 163656n],
  ])('rounds %s to thousandths, halves up', (text, thousandths) => {
    expect(roundHalfUp(exact(text), 1000n)).toBe(thousandths)
  })

  it('divides exactly and refuses to divide by nought', () => {
    expect(isLess(divide(exact('1'), exact('3')), exact('0.3333333334'))).toBe(true)
    expect(() => divide(exact('1'), ZERO)).toThrow(/weights sum to 0/)
  })

  it('takes numbers by the text they print as', () => {
    expect(decimalText(decimal(187.5, 'grade'))).toBe('187.5')
  })

  it.each(['', '-1', '+1', '1,07', '1e2', '.5', '5.', ' 1', '1.2.3', 'NaN', '1234567890'])(
    'refuses "%s" and names what it is',
    (text) => {
      expect(() => decimal(text, 'rk')).toThrow(`rk is "${text}"`)
    },
  )

  it('writes decimals without needless zeros, or with as many as asked for', () => {
    expect(decimalText(exact('0.30'))).toBe('0.3')
    expect(decimalText(exact('200'))).toBe('200')
    expect(decimalText(exact('1'), 2)).toBe('1.00')
    expect(decimalText(exact('1.075'), 2)).toBe('1.075')
  })
})
