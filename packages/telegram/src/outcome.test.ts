import { GrammyError, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { outcomeOfError } from './outcome.ts'

const TOKEN = ['123456', 'A'.repeat(35)].join(':')

function refusal(code: number, description: string, parameters = {}): GrammyError {
  const body = { ok: false as const, error_code: code, description, parameters }
  return new GrammyError('call failed', body, 'sendMessage', {})
}

function transport(properties: Record<string, string>): HttpError {
  const inner = Object.assign(
    new Error(`request to https://api.telegram.org/bot${TOKEN}/sendMessage failed`),
    properties,
  )
  return new HttpError('Network request failed', inner)
}

describe('what an answer of Telegram means', () => {
  it.each([
    [429, 'Too Many Requests: retry after 7', { retry_after: 7 }, 'retry-after'],
    [403, 'Forbidden: bot was blocked by the user', {}, 'blocked'],
    [403, 'Forbidden: user is deactivated', {}, 'blocked'],
    [403, "Forbidden: bot can't initiate conversation with a user", {}, 'blocked'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', {}, 'chat-gone'],
    [403, 'Forbidden: bot is not a member of the channel chat', {}, 'chat-gone'],
    [403, 'Forbidden: the group chat was deleted', {}, 'chat-gone'],
    [400, 'Bad Request: chat not found', {}, 'chat-gone'],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      { migrate_to_chat_id: -100 },
      'migrated',
    ],
    [400, 'Bad Request: message is not modified: specified new message content', {}, 'sent'],
    [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', {}, 'sent'],
    [400, 'Bad Request: message to react not found', {}, 'sent'],
    [400, 'Bad Request: message is too long', {}, 'rejected'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', {}, 'rejected'],
    [401, 'Unauthorized', {}, 'unreachable'],
    [404, 'Not Found: method not found', {}, 'rejected'],
    [500, 'Internal Server Error', {}, 'unreachable'],
    [502, 'Bad Gateway', {}, 'unreachable'],
  ])('%i %s', (code, description, parameters, kind) => {
    expect(outcomeOfError(refusal(code, description, parameters)).kind).toBe(kind)
  })

  it('waits for as long as Telegram says', () => {
    expect(outcomeOfError(refusal(429, 'Too Many Requests', { retry_after: 10_072 }))).toEqual({
      kind: 'retry-after',
      retryAfterMs: 10_072_000,
    })
  })

  it('tells a refused token from a server in trouble', () => {
    expect(outcomeOfError(refusal(401, 'Unauthorized'))).toMatchObject({ code: 401 })
    expect(outcomeOfError(refusal(502, 'Bad Gateway'))).toMatchObject({ code: 502 })
  })

  it.each([
    ['refused before anything was written', { code: 'ECONNREFUSED' }, 'unreachable'],
    ['name not found', { code: 'ENOTFOUND' }, 'unreachable'],
    ['a page instead of JSON', { type: 'invalid-json' }, 'unreachable'],
    ['cut after it was written', { code: 'ECONNRESET' }, 'unknown'],
    ['no answer in time', { type: 'aborted' }, 'unknown'],
    ['anything else', {}, 'unknown'],
  ])('transport: %s', (_what, properties, kind) => {
    const outcome = outcomeOfError(transport(properties))
    expect(outcome.kind).toBe(kind)
    expect(JSON.stringify(outcome)).not.toContain('AAAA')
  })
})
