/** Part of `page-api.ts`: the crowd, and the counts of sends. */
/** What became of a send (or of an edit). */
export type SendOutcome =
  | 'sent'
  | 'blocked' // 403
  | 'rejected' // 400, 404
  | 'flood' // 429
  | 'unauthorized' // 401
  | 'server-error' // 5xx, an HTML page
  | 'sent-unanswered' // the message is there, the connection was closed without an answer
  | 'unanswered' // nothing was done, the connection was closed

/** Proactive sends: to people who have been silent. Refused ones count, as they do on Telegram. */
export interface ProactiveSends {
  sends: number
  /** The most of them that arrived within any one second. */
  perSecondMax: number
}

/** Counted since the start, the last reset, or `DELETE /sim/stats`. */
export interface SimStats {
  calls: number
  sends: number
  violations: number
  pendingUpdates: number
  deliveredUpdates: number
  outcomes: Record<SendOutcome, number>
  bulk: ProactiveSends
  /** With `allow_paid_broadcast`: they do not count as bulk. */
  paid: ProactiveSends
}

/** The many people made by number. */
export interface CrowdStatus {
  size: number
  /** Have pressed START. */
  started: number
  /** Their START has reached the bot. */
  delivered: number
  /** The bot has written to them. */
  answered: number
  /** Have blocked the bot; it was not told. */
  blocked: number
  /** Their accounts are deleted. */
  deactivated: number
  /** Somebody has still to press START, to be answered, or to leave. */
  working: boolean
}

export interface NewCrowd {
  count: number
  /** Of all of them; without it every sixth speaks English, the others Ukrainian. */
  languageCode?: string
  /** 0…1: this share blocks the bot once the bot has answered all; no update tells it. */
  blockedShare?: number
  /** So many others delete their accounts, at the same time. */
  deactivated?: number
  /** false: they pressed START long ago, the bot is not told now. Default: true. */
  press?: boolean
  /** START updates on their way at once, 1…1000. Default: 50. */
  inFlight?: number
  /** The id of the first; the others follow. Default: the first free one from 1 000 001 on. */
  firstId?: number
}

/** The people made have the ids from `firstId` to `lastId`. */
export interface CrowdAdded {
  created: number
  firstId: number
  lastId: number
}
