import { describe, expect, it } from 'vitest'
import { parseUpdate } from './parse-update.ts'

describe('parseUpdate', () => {
  it.each([
    ['plain text', '{"text":"Привіт 👋"}', { text: 'Привіт 👋' }],
    ['an escaped whole pair', String.raw`{"text":"\ud83d\udc4b"}`, { text: '👋' }],
    ['NUL, which PostgreSQL cannot hold', String.raw`{"text":"a\u0000b"}`, { text: 'ab' }],
    ['the first half of a pair', String.raw`{"text":"a\ud83d"}`, { text: 'a\uFFFD' }],
    ['the second half of a pair', String.raw`{"text":"\udc4bb"}`, { text: '\uFFFDb' }],
    ['deep inside', String.raw`{"a":[{"b":"\u0000"}]}`, { a: [{ b: '' }] }],
    ['a backslash before u0000 that is text', String.raw`{"text":"\\u0000"}`, { text: '\\u0000' }],
  ])('%s', (_what, json, update) => {
    expect(parseUpdate(json)).toEqual(update)
  })
})
