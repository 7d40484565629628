import type { CallOutcome } from '@abitly/telegram'
import { describe, expect, it } from 'vitest'
import { decideDelivery } from './decide-delivery.ts'
import type { Attempt, Decision } from './decide-delivery.ts'

const NOW = new Date('2026-07-24T10:00:00Z')
const later = (ms: number): Date => new Date(NOW.getTime() + ms)
const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  now: NOW,
  resendUnknown: false,
  maxRetries: 3,
  retryDelayMs: 1_000,
  ...change,
})
const LAST = attempt({ number: 4 })
const refused = (ms: number): CallOutcome => ({ kind: 'retry-after', retryAfterMs: ms, paused: 'bulk' })
const unreachable: CallOutcome = { kind: 'unreachable', reason: 'ECONNREFUSED' }
const lost: CallOutcome = { kind: 'unknown', reason: 'ECONNRESET' }

describe('what an answer means for a delivery', () => {
  it.each<[string, CallOutcome, Attempt, Decision]>([
    [
      'sent, with its message',
      { kind: 'sent', result: { message_id: 7 } },
      attempt(),
      { result: { state: 'sent', messageId: 7 }, failed: false },
    ],
    [
      'sent, without a word of the message',
      { kind: 'sent', result: true },
      attempt(),
      { result: { state: 'sent' }, failed: false },
    ],
    [
      'told to come back: waits, and says nothing about the campaign',
      refused(3_000),
      attempt(),
      { result: { state: 'pending', dueAt: later(3_000) }, failed: null },
    ],
    [
      'told to come back long after: the campaign waits too',
      refused(30_000),
      attempt(),
      { result: { state: 'pending', dueAt: later(30_000) }, pauseUntil: later(30_000), failed: null },
    ],
    [
      'told to come back for the fourth time: failed, never dropped in silence',
      refused(3_000),
      LAST,
      { result: { state: 'failed', error: 'refused too often (429)' }, failed: true },
    ],
    [
      'told to come back long after for the last time: the others wait all the same',
      refused(60_000),
      LAST,
      {
        result: { state: 'failed', error: 'refused too often (429)' },
        pauseUntil: later(60_000),
        failed: true,
      },
    ],
    [
      'blocked: unreachable, and no fault of the campaign',
      { kind: 'blocked', reason: 'Forbidden: bot was blocked by the user' },
      attempt(),
      {
        result: { state: 'blocked', error: 'bot was blocked by the user' },
        unreachable: 'blocked',
        failed: false,
      },
    ],
    [
      'deactivated',
      { kind: 'blocked', reason: 'Forbidden: user is deactivated' },
      attempt(),
      {
        result: { state: 'blocked', error: 'user is deactivated' },
        unreachable: 'deactivated',
        failed: false,
      },
    ],
    [
      'chat gone',
      { kind: 'chat-gone', reason: 'Bad Request: chat not found' },
      attempt(),
      { result: { state: 'failed', error: 'chat not found' }, unreachable: 'chat-not-found', failed: true },
    ],
    [
      'a group that moved where nobody could follow',
      { kind: 'migrated', chatId: -100 },
      attempt(),
      { result: { state: 'failed', error: 'the group became a supergroup' }, failed: true },
    ],
    [
      'rejected, with code and reason',
      { kind: 'rejected', code: 400, reason: 'Bad Request: message is too long' },
      attempt(),
      { result: { state: 'failed', error: '400: message is too long' }, failed: true },
    ],
    [
      'the token refused: given back as if it had not been tried',
      { kind: 'unreachable', code: 401, reason: 'Unauthorized' },
      LAST,
      { result: { state: 'pending', refund: true }, unauthorised: true, failed: null },
    ],
    [
      'no answer',
      unreachable,
      attempt(),
      { result: { state: 'pending', dueAt: later(1_000) }, failed: true },
    ],
    [
      'no answer for the third time: the wait doubles each time',
      unreachable,
      attempt({ number: 3 }),
      { result: { state: 'pending', dueAt: later(4_000) }, failed: true },
    ],
    [
      'no answer for the fourth time',
      unreachable,
      LAST,
      { result: { state: 'failed', error: 'no answer: ECONNREFUSED' }, failed: true },
    ],
    [
      'its answer lost: not sent again',
      lost,
      attempt(),
      { result: { state: 'unknown', error: 'its answer was lost: ECONNRESET' }, failed: true },
    ],
    [
      'its answer lost, where the campaign resends',
      lost,
      attempt({ resendUnknown: true }),
      { result: { state: 'pending', dueAt: later(1_000) }, failed: true },
    ],
    [
      'its answer lost each time, where the campaign resends: not without end',
      lost,
      attempt({ resendUnknown: true, number: 4 }),
      { result: { state: 'unknown', error: 'its answer was lost: ECONNRESET' }, failed: true },
    ],
  ])('%s', (_name, outcome, at, decision) => {
    expect(decideDelivery(outcome, at)).toEqual(decision)
  })

  it('never waits longer than ten minutes by itself', () => {
    const { result } = decideDelivery(unreachable, attempt({ number: 40, maxRetries: 100 }))
    expect(result.dueAt).toEqual(later(600_000))
  })

  it('keeps a reason short', () => {
    const { result } = decideDelivery({ kind: 'rejected', code: 400, reason: 'x'.repeat(5_000) }, attempt())
    expect(result.error?.length).toBeLessThan(250)
  })
})
