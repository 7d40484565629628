import type { QuietHours } from '../notification-settings-repository.ts'
import type { Language } from '../students-repository.ts'

/**
 * pending → sending → sent | blocked | failed | unknown | skipped. 'unknown': in flight when its process died;
 * 'skipped': cancelled, expired, opted out or deleted.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'blocked' | 'failed' | 'unknown' | 'skipped'

/** A recipient the caller worked out; `content`: what differs between recipients, JSON. */
export interface PlannedRecipient {
  chatId: bigint
  content?: unknown
  /** Not before this moment. Default: at once. */
  dueAt?: Date
}

/** A delivery that waits. */
export interface DeliveryRow {
  /** 0, 1, 2… within its campaign. */
  position: number
  chatId: bigint
  language: Language
  content: unknown
  /** Attempts so far. */
  attempts: number
  /** Not before this moment; null: at once. */
  dueAt: Date | null
  /** When the recipient wants no sound. */
  quiet: QuietHours
}

/** Positions of one chunk: after < position <= upto. Positions begin at 0, so the first chunk's `after` is -1. */
export interface PositionRange {
  after: number
  upto: number
}

export type Claim =
  /** The row is 'sending' and the caller's to send; `attempt` goes back with `record`. */
  | { kind: 'claimed'; attempt: number }
  /** The row has just ended: 'skipped' (expired, opted out, deleted) or 'blocked' (known to be unreachable). */
  | { kind: 'skipped' }
  /** Not pending (somebody else has it) or not due. */
  | { kind: 'taken' }
  /** The campaign is paused, cancelled or finished. */
  | { kind: 'not-running' }
  /** The emergency stop is on. */
  | { kind: 'stopped' }

/** How a claim ended; 'pending' returns the row. */
export interface DeliveryResult {
  state: Exclude<DeliveryState, 'sending'>
  messageId?: number
  /** A short text without personal data; equal ones are counted together. */
  error?: string
  /** With 'pending': not before this moment. */
  dueAt?: Date
  /** The attempt does not count: nothing reached Telegram. */
  refund?: boolean
}

/** A line of the report; names are null once the person is deleted. */
export interface ReportRow {
  position: number
  chatId: bigint
  firstName: string | null
  lastName: string | null
  username: string | null
  state: DeliveryState
  attempts: number
  error: string | null
  finishedAt: Date | null
}
