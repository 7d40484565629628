import type { SendOutcome } from '@abitly/telegram'

/** What an answer to one of the poller's calls asks of it. */
export type Reading =
  | { kind: 'done'; result: unknown }
  /** 409, because a webhook is set: it has to be deleted again. */
  | { kind: 'webhook-active'; reason: string }
  /** 409, because somebody else polls with our token; our lock covers our Redis only. */
  | { kind: 'other-poller'; reason: string }
  /** Telegram refuses the token: only people can mend that. */
  | { kind: 'token-refused' }
  /** Again later; `atLeastMs` when Telegram has named a time. */
  | { kind: 'failed'; reason: string; atLeastMs: number }

const CONFLICT = 409
/** Both "while webhook is active" and "terminated by setWebhook request". Texts are no contract: matched loosely. */
const BY_WEBHOOK = /webhook/i

export function readAnswer(outcome: SendOutcome): Reading {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'done', result: outcome.result }
    case 'rejected':
      return outcome.code === CONFLICT ? readConflict(outcome.reason) : failed(outcome.reason)
    case 'unreachable':
      return outcome.code === 401 ? { kind: 'token-refused' } : failed(outcome.reason)
    case 'later':
      return outcome.revoked === true ? { kind: 'token-refused' } : failed('a pause', outcome.delayMs)
    case 'retry-after':
      return failed('Too Many Requests', outcome.retryAfterMs)
    case 'unknown':
    case 'blocked':
    case 'chat-gone':
      return failed(outcome.reason)
    case 'migrated':
    case 'withdrawn':
      return failed(outcome.kind)
  }
}

function readConflict(reason: string): Reading {
  return { kind: BY_WEBHOOK.test(reason) ? 'webhook-active' : 'other-poller', reason }
}

function failed(reason: string, atLeastMs = 0): Reading {
  return { kind: 'failed', reason, atLeastMs }
}
