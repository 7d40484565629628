/** So many tokens that are no good within an hour, and the chat has to wait. */
const MOST_FAILURES = 10
const WITHIN_MS = 60 * 60 * 1000

/** When the next token is looked at; null: now. `failures`: oldest first. */
export function nextAttemptAt(failures: readonly Date[], now: Date): Date | null {
  const recent = recentFailures(failures, now)
  const first = recent.at(-MOST_FAILURES)
  return recent.length < MOST_FAILURES || first === undefined ? null : new Date(first.getTime() + WITHIN_MS)
}

/** The failures to remember after one more: those that still count. */
export function withFailure(failures: readonly Date[], now: Date): Date[] {
  return [...recentFailures(failures, now), now].slice(-MOST_FAILURES)
}

function recentFailures(failures: readonly Date[], now: Date): Date[] {
  return failures.filter((at) => now.getTime() - at.getTime() < WITHIN_MS)
}
