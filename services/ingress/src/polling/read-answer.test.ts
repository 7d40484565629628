import type { SendOutcome } from '@abitly/telegram'
import { expect, it } from 'vitest'
import { readAnswer } from './read-answer.ts'
import type { Reading } from './read-answer.ts'

const WEBHOOK =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
const SET_MEANWHILE = 'Conflict: terminated by setWebhook request'
const OTHER =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
const refused = (code: number, reason: string): SendOutcome => ({ kind: 'rejected', code, reason })
const failed = (reason: string, atLeastMs = 0): Reading => ({ kind: 'failed', reason, atLeastMs })

it.each<[SendOutcome, Reading]>([
  [
    { kind: 'sent', result: [] },
    { kind: 'done', result: [] },
  ],
  [refused(409, WEBHOOK), { kind: 'webhook-active', reason: WEBHOOK }],
  [refused(409, SET_MEANWHILE), { kind: 'webhook-active', reason: SET_MEANWHILE }],
  [refused(409, OTHER), { kind: 'other-poller', reason: OTHER }],
  [refused(404, 'Not Found'), failed('Not Found')],
  [{ kind: 'unreachable', reason: 'Unauthorized', code: 401 }, { kind: 'token-refused' }],
  [{ kind: 'later', delayMs: 30_000, revoked: true }, { kind: 'token-refused' }],
  [{ kind: 'later', delayMs: 7_000 }, failed('a pause', 7_000)],
  [{ kind: 'retry-after', retryAfterMs: 40_000, paused: 'chat' }, failed('Too Many Requests', 40_000)],
  [{ kind: 'unreachable', reason: 'Bad Gateway', code: 502 }, failed('Bad Gateway')],
  [{ kind: 'unreachable', reason: 'ECONNREFUSED' }, failed('ECONNREFUSED')],
  [{ kind: 'unknown', reason: 'no answer' }, failed('no answer')],
  [{ kind: 'withdrawn' }, failed('withdrawn')],
])('%j asks the poller for %j', (outcome, reading) => expect(readAnswer(outcome)).toEqual(reading))
