import type { Paused } from './limiter.ts'
import type { Answer } from './outcome.ts'
import type { Later } from './send-gate.ts'

/** What became of one call that went to Telegram. */
export type CallOutcome =
  | Exclude<Answer, { kind: 'retry-after' }>
  /** 429: again after so many milliseconds; the limiter knows, and has stopped whom it concerns. */
  | { kind: 'retry-after'; retryAfterMs: number; paused: Paused }

/** What a call came to. `later` and `withdrawn` never reached Telegram. */
export type SendOutcome =
  | CallOutcome
  /** No place now: come back after so many milliseconds. */
  | Later
  /** Its own `claim` said no. */
  | { kind: 'withdrawn' }

/** Wishes for one call. */
export interface CallOptions {
  /**
   * Runs once, after the limiter's grant and right before the wire, to make the send one's own; false: nothing is
   * sent. When it took so long that the slot is over and no other is to be had, the outcome is `later`.
   */
  claim?: () => Promise<boolean>
  /** Gives up waiting for Telegram's answer, for calls that take their time; the outcome is then `unknown`. */
  signal?: AbortSignal
}

/** Calls a method of the Bot API. */
export type Call = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<SendOutcome>
