/** A pressed inline button that has had no answer yet. */
export interface Press {
  chatId: number
  messageId: number
  data: string
  /** Unknown until the server has taken the press. */
  queryId: string | undefined
  /** Unix milliseconds. */
  at: number
}

export interface Presses {
  waiting: readonly Press[]
  /** Answers that overtook the server's reply to the press itself. */
  early: readonly string[]
}

/** A press whose update expires unserved is never answered: Telegram keeps it this long. */
export const PRESS_EXPIRY_MS = 150_000

const EARLY_KEPT = 20

export function noPresses(): Presses {
  return { waiting: [], early: [] }
}

type Target = Pick<Press, 'chatId' | 'messageId' | 'data'>

function isAt(press: Press, target: Target): boolean {
  return press.chatId === target.chatId && press.messageId === target.messageId && press.data === target.data
}

/** Is this button waiting for its answer? */
export function isWaiting(presses: Presses, target: Target): boolean {
  return presses.waiting.some((press) => isAt(press, target))
}

/** The finger came down. Presses older than their expiry are let go. */
export function pressed(presses: Presses, target: Target, now: number): Presses {
  const waiting = presses.waiting.filter((press) => now - press.at < PRESS_EXPIRY_MS)
  return { ...presses, waiting: [...waiting, { ...target, queryId: undefined, at: now }] }
}

/** The server took the press and named it. */
export function accepted(presses: Presses, target: Target, queryId: string): Presses {
  if (presses.early.includes(queryId)) {
    return { ...released(presses, target), early: presses.early.filter((id) => id !== queryId) }
  }
  const waiting = presses.waiting.map((press) => (isAt(press, target) ? { ...press, queryId } : press))
  return { ...presses, waiting }
}

/** The server refused the press, or it expired. */
export function released(presses: Presses, target: Target): Presses {
  return { ...presses, waiting: presses.waiting.filter((press) => !isAt(press, target)) }
}

/** The bot answered. */
export function answered(presses: Presses, queryId: string): Presses {
  const waiting = presses.waiting.filter((press) => press.queryId !== queryId)
  if (waiting.length < presses.waiting.length) return { ...presses, waiting }
  return { ...presses, early: [...presses.early, queryId].slice(-EARLY_KEPT) }
}
