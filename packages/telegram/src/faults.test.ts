import { describe, expect, it } from 'vitest'
import { asFault } from './faults.ts'
import type { SendOutcome } from './send-outcome.ts'

describe('the fault for a call that had to succeed', () => {
  it.each<[Exclude<SendOutcome, { kind: 'sent' }>, string, number | undefined]>([
    [{ kind: 'retry-after', retryAfterMs: 7_000, paused: 'chat' }, 'TELEGRAM_UNREACHABLE', 7_000],
    [{ kind: 'later', delayMs: 9_000 }, 'TELEGRAM_UNREACHABLE', 9_000],
    [{ kind: 'later', delayMs: 30_000, revoked: true }, 'BOT_TOKEN_REVOKED', 30_000],
    [{ kind: 'unreachable', reason: 'Unauthorized', code: 401 }, 'BOT_TOKEN_REVOKED', undefined],
    [{ kind: 'unreachable', reason: 'Bad Gateway', code: 502 }, 'TELEGRAM_UNREACHABLE', undefined],
    [{ kind: 'unknown', reason: 'ECONNRESET' }, 'TELEGRAM_UNREACHABLE', undefined],
    [{ kind: 'rejected', code: 400, reason: 'bad webhook' }, 'TELEGRAM_CALL_FAILED', undefined],
  ])('%j is %s', (outcome, code, retryAfterMs) => {
    const fault = asFault('setWebhook', outcome)
    expect(fault).toMatchObject({ code, retryAfterMs })
    expect(fault.message).toContain(`setWebhook → ${outcome.kind}`)
  })
})
