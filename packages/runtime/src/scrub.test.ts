import { describe, expect, it } from 'vitest'
import { describeError, scrub } from './scrub.ts'

/** Looks like a token; built here, so that no file holds one. */
const SECRET = 'AAF-x_9'.repeat(5)
const TOKEN = ['7342037359', SECRET].join(':')

describe('scrub', () => {
  it.each([
    `https://api.telegram.org/bot${TOKEN}/sendMessage`,
    `https://api.telegram.org/file/bot${TOKEN}/photos/1.jpg`,
    `http://localhost:8081/bot${encodeURIComponent(TOKEN)}/getMe?x=1`,
    `token=${TOKEN}`,
    `"${TOKEN}","${TOKEN}"`,
    `at ${TOKEN}\n  at ${TOKEN}:12:34`,
  ])('takes the token out of %j', (text) => {
    expect(scrub(text)).not.toContain(SECRET)
    expect(scrub(text)).toContain('[secret]')
  })

  it.each([
    ['postgresql://bot:hunter2@db:5432/abitly', 'postgresql://bot:[secret]@db:5432/abitly'],
    ['redis://:hunter2@cache:6379/0', 'redis://:[secret]@cache:6379/0'],
    ['postgres://bot:hunt@er@2@db/x', 'postgres://bot:[secret]@db/x'],
    ['a redis://:hunter2@one b redis://:hunter2@two', 'a redis://:[secret]@one b redis://:[secret]@two'],
  ])('takes the password out of %s', (text, expected) => expect(scrub(text)).toBe(expected))

  it.each([
    'connect ECONNREFUSED 127.0.0.1:6379',
    'https://bot.example:8443/telegram/webhook',
    'https://bot.example:8443/a@b',
    '2026-07-24T09:40:00.000Z offer 1481286: not found',
    '{"chat":123456789,"text":"write to me@example.com"}',
  ])('leaves %j as it is', (text) => expect(scrub(text)).toBe(text))

  it('keeps a JSON line JSON', () => {
    const line = JSON.stringify({
      a: 'redis://cache',
      b: 'x',
      c: 'me@example.com',
      d: 'redis://:hunter2@cache',
    })
    expect(JSON.parse(scrub(line))).toEqual({
      ...(JSON.parse(line) as object),
      d: 'redis://:[secret]@cache',
    })
  })

  it.each(['a', '1', 'a:', '://'])('takes no longer for a long run of %j than for any text', (unit) => {
    const startedAt = performance.now()
    scrub(unit.repeat(200_000))
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})

describe('describeError', () => {
  it('keeps what helps: type, code, message, stack, causes', () => {
    const cause = Object.assign(new RangeError('too far'), { code: 'E_FAR' })
    const described = describeError(new Error('could not go', { cause }))
    expect(described).toMatchObject({ type: 'Error', message: 'could not go' })
    expect(described.stack).toContain('scrub.test')
    expect(described.cause).toMatchObject({ type: 'RangeError', code: 'E_FAR', message: 'too far' })
  })

  it('keeps nothing else: requests and payloads hang on errors as properties', () => {
    const error = Object.assign(new Error('refused'), { payload: { text: 'a secret love letter' } })
    expect(JSON.stringify(describeError(error))).not.toContain('love')
  })

  it('ends at a cause that is its own cause', () => {
    const error = new Error('round')
    error.cause = error
    expect(JSON.stringify(describeError(error)).match(/"round"/g)).toHaveLength(5)
  })

  it.each<[unknown, string]>([
    ['text', 'text'],
    [undefined, 'undefined'],
    [null, '[object Null]'],
    [42, '42'],
    [Symbol('s'), 'Symbol(s)'],
    [Object.create(null), '[object Object]'],
    [{ password: 'hunter2' }, '[object Object]'],
  ])('describes %o, which is no error', (thrown, message) => {
    expect(describeError(thrown).message).toBe(message)
  })

  it('survives an error without a message', () => {
    const error = Object.assign(new Error(), { message: undefined })
    expect(describeError(error).message).toBe('undefined')
  })
})
