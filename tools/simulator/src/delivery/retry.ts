/** Seconds beyond which a `Retry-After` is not believed. */
const RETRY_AFTER_MAX_SECONDS = 3600
const CAP_MIN_MS = 60_000
const CAP_MAX_MS = 120_000

interface RetryInput {
  /** Failures in a row, this one included. */
  fails: number
  /** The delay of the second retry; the first is immediate. Telegram's is 2 s. */
  baseMs: number
  /** The `Retry-After` header of the answer. */
  retryAfter?: string
  random: () => number
}

/** Milliseconds until the next attempt: at once, then base, 2·base, 4·base … capped at a random 60–120 s. */
export function retryDelay({ fails, baseMs, retryAfter, random }: RetryInput): number {
  const asked = Number(retryAfter)
  if (retryAfter !== undefined && asked > 0) return Math.min(asked, RETRY_AFTER_MAX_SECONDS) * 1000
  if (fails <= 1) return 0
  const cap = CAP_MIN_MS + random() * (CAP_MAX_MS - CAP_MIN_MS)
  return Math.min(cap, baseMs * 2 ** Math.min(fails - 2, 20))
}
