import type { DeliveryResult, UnreachableReason } from '@abitly/database'
import type { CallOutcome } from '@abitly/telegram'

/** A pause that Telegram asks for and that is worth telling the admins of, in milliseconds. */
const LONG_PAUSE_MS = 30_000
const LONGEST_BACKOFF_MS = 600_000
/** What an admin reads as a reason is cut here. */
const LONGEST_REASON = 200

/** What is known about one attempt when Telegram has answered. */
export interface Attempt {
  /** 1 for the first. Attempts that were given back are not counted. */
  number: number
  now: Date
  /** The campaign's policy for messages that may or may not have arrived. */
  resendUnknown: boolean
  /** Tries beyond the first one. */
  maxRetries: number
  /** Base of the exponential backoff, in milliseconds. */
  retryDelayMs: number
}

/** What an answer of Telegram means for the delivery, its recipient and its campaign. */
export interface Decision {
  result: DeliveryResult
  /** No bulk message for this chat until it writes again. */
  unreachable?: UnreachableReason
  /** The whole campaign waits until then. */
  pauseUntil?: Date
  /** The token is refused: no other delivery needs to be tried. */
  unauthorised?: true
  /** For the error watch; null: says nothing about the campaign. */
  failed: boolean | null
}

/** Decides what becomes of a delivery that was claimed and called. Pure. */
export function decideDelivery(outcome: CallOutcome, attempt: Attempt): Decision {
  switch (outcome.kind) {
    case 'sent':
      return { result: { state: 'sent', ...messageIdOf(outcome.result) }, failed: false }
    case 'retry-after':
      return refused(outcome.retryAfterMs, attempt)
    case 'blocked':
      return { ...ended('blocked', outcome.reason, false), unreachable: reasonOf(outcome.reason) }
    case 'chat-gone':
      return { ...ended('failed', outcome.reason, true), unreachable: 'chat-not-found' }
    case 'migrated':
      return ended('failed', 'the group became a supergroup', true)
    case 'rejected':
      return ended('failed', `${outcome.code}: ${shorten(outcome.reason)}`, true)
    case 'unreachable':
      if (outcome.code === 401) {
        return { result: { state: 'pending', refund: true }, unauthorised: true, failed: null }
      }
      if (attempt.number > attempt.maxRetries) return ended('failed', `no answer: ${outcome.reason}`, true)
      return { result: { state: 'pending', dueAt: backoff(attempt) }, failed: true }
    case 'unknown':
      return lost(outcome.reason, attempt)
    default:
      return outcome satisfies never
  }
}

function refused(retryAfterMs: number, attempt: Attempt): Decision {
  const until = new Date(attempt.now.getTime() + retryAfterMs)
  const pause = retryAfterMs >= LONG_PAUSE_MS ? { pauseUntil: until } : {}
  if (attempt.number > attempt.maxRetries)
    return { ...ended('failed', 'refused too often (429)', true), ...pause }
  return { result: { state: 'pending', dueAt: until }, ...pause, failed: null }
}

/** A message that may have arrived is sent again only where the policy says so, and not without end. */
function lost(reason: string, attempt: Attempt): Decision {
  const again = attempt.resendUnknown && attempt.number <= attempt.maxRetries
  if (!again) return ended('unknown', `its answer was lost: ${reason}`, true)
  return { result: { state: 'pending', dueAt: backoff(attempt) }, failed: true }
}

function ended(state: 'blocked' | 'failed' | 'unknown', reason: string, failed: boolean): Decision {
  return { result: { state, error: shorten(reason) }, failed }
}

function backoff({ now, number, retryDelayMs }: Attempt): Date {
  return new Date(now.getTime() + Math.min(LONGEST_BACKOFF_MS, retryDelayMs * 2 ** (number - 1)))
}

/** Telegram's own prefix says no more than the state does. */
function shorten(reason: string): string {
  return reason.replace(/^(Bad Request|Forbidden): /, '').slice(0, LONGEST_REASON)
}

function reasonOf(reason: string): UnreachableReason {
  return /deactivated/i.test(reason) ? 'deactivated' : 'blocked'
}

function messageIdOf(result: unknown): { messageId?: number } {
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return {}
  return typeof result.message_id === 'number' ? { messageId: result.message_id } : {}
}
