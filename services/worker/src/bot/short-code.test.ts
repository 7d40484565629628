import { describe, expect, it } from 'vitest'
import { shortCode } from './short-code.ts'

describe('shortCode', () => {
  it.each([
    [0, '0000'],
    [1, '0001'],
    [31, '000Z'],
    [32, '0010'],
    [1_048_575, 'ZZZZ'],
    [1_048_576, '0000'],
    [873_412_907, 'YE9B'],
  ])('names update %i', (updateId, code) => {
    expect(shortCode(updateId)).toBe(code)
  })

  it('differs for neighbours', () => {
    const codes = Array.from({ length: 1000 }, (_, index) => shortCode(900_000_000 + index))
    expect(new Set(codes).size).toBe(1000)
  })
})
