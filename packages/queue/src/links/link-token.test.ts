import { describe, expect, it } from 'vitest'
import { isLinkToken, linkTokenId, newLinkToken, readLinkPayload, writeLinkPayload } from './link-token.ts'

const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'
const NOW = new Date('2026-07-24T09:40:00Z')

describe('a link token', () => {
  it('that we make fits a deep link, holds 128 bits and more, and never comes twice', () => {
    const tokens = Array.from({ length: 100 }, newLinkToken)
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22,59}$/)
    expect(new Set(tokens).size).toBe(100)
  })

  it.each([
    ['A', true],
    ['-_', true],
    ['x'.repeat(59), true],
    ['x'.repeat(60), false],
    ['', false],
    ['a b', false],
    ['a:b', false],
    ['токен', false],
    ['a\n', false],
  ])('%j: %s', (text, expected) => {
    expect(isLinkToken(text)).toBe(expected)
  })

  it('is told by a name that does not tell the token', () => {
    expect(linkTokenId('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('what a token stands for', () => {
  it('is written exactly as the contract with the website says', () => {
    expect(writeLinkPayload({ webUserId: ACCOUNT }, NOW)).toBe(
      `{"web_user_id":"${ACCOUNT}","created_at":"2026-07-24T09:40:00.000Z"}`,
    )
  })

  it('is read back, also with spaces, capitals and fields that came later', () => {
    const json = `{ "created_at": "x", "web_user_id": "${ACCOUNT.toUpperCase()}", "campaign": 7 }`
    expect(readLinkPayload(json)).toEqual({ webUserId: ACCOUNT })
  })

  it.each([
    '',
    'null',
    '[]',
    '{}',
    'nonsense',
    '"text"',
    `{"web_user_id":"${ACCOUNT}"}`,
    '{"web_user_id":"1","created_at":""}',
    `{"web_user_id":7,"created_at":""}`,
  ])('is refused when it breaks it: %s', (json) => {
    expect(readLinkPayload(json)).toBeNull()
  })
})
