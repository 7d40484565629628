import { describe, expect, it } from 'vitest'
import { secretChecker } from './secret.ts'

const secretEquals = (given: unknown, secret: string): boolean => secretChecker(secret)(given)

describe('secretChecker', () => {
  it('is true for the secret', () => expect(secretEquals('abc', 'abc')).toBe(true))

  it.each([undefined, null, 7, '', 'ab', 'abcd', 'ABC', ['abc'], { toString: () => 'abc' }])(
    'is false for %o',
    (given) => expect(secretEquals(given, 'abc')).toBe(false),
  )

  it('is false for everything when there is no secret', () => {
    expect(secretEquals('', '')).toBe(false)
    expect(secretEquals('abc', '')).toBe(false)
  })
})
