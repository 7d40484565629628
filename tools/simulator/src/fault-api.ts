/** Part of `page-api.ts`: misbehaviour on demand. */
export type FaultKind =
  | 'too-many-requests' // 429 with retryAfter
  | 'forbidden' // 403 bot was blocked by the user
  | 'server-error' // 500
  | 'html-body' // 502 with an HTML page
  | 'delay' // answers after delayMs
  | 'reset-before' // connection closed, nothing done
  | 'reset-after' // effect done, connection closed without an answer
  | 'unauthorized' // 401
  | 'duplicate-delivery' // the next update is delivered twice
  | 'reordered-press' // the next button press overtakes / swaps with the next message
  | 'resent-press' // the next button press comes again as a new update_id

export interface NewFault {
  kind: FaultKind
  /** Only this chat; all when absent. */
  chatId?: number
  /** Only proactive sends: those to people who have been silent. */
  bulk?: boolean
  /** Only this Bot API method (lower case); all when absent. */
  method?: string
  /** How many calls or updates it hits; until removed when absent. */
  times?: number
  /** Seconds, for too-many-requests. */
  retryAfter?: number
  /** Milliseconds, for delay. */
  delayMs?: number
}

export interface Fault extends NewFault {
  id: number
  /** How often it has hit. */
  hits: number
}
