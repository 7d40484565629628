import { describe, expect, it } from 'vitest'
import { isWebAddress } from './link-address.ts'

describe('isWebAddress', () => {
  it.each(['https://lnu.edu.ua/register?x=1#top', 'http://example.org', 'https://xn--80ak6aa92e.com/'])(
    'takes %s',
    (address) => {
      expect(isWebAddress(address)).toBe(true)
    },
  )

  it.each([
    '',
    'lnu.edu.ua',
    'tg://user?id=1',
    'javascript:alert(1)',
    'ftp://example.org/',
    'data:text/html,x',
    'https://localhost/',
    'https://bank.example@evil.example/',
    'https://exa mple.org',
    `https://example.org/${'x'.repeat(2_000)}`,
  ])('refuses %s', (address) => {
    expect(isWebAddress(address)).toBe(false)
  })
})
