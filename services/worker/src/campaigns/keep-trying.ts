import { isEnvironmental, pause } from '@abitly/runtime'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 2_000

/** For how long bookkeeping is tried, in milliseconds. */
export interface Patience {
  patienceMs: number
  /** From the moment `signal` aborts on, not longer than this. */
  stoppingMs: number
  signal: AbortSignal
}

/**
 * Does bookkeeping whose loss would cost more than a wait: the message is out already. Tried again while the
 * surroundings fail, for as long as there is patience.
 * @throws what failed last
 */
export async function keepTrying<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  const startedAt = performance.now()
  let stoppedAt: number | null = null
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      return await work()
    } catch (error) {
      const now = performance.now()
      if (patience.signal.aborted) stoppedAt ??= now
      const tired =
        now - startedAt > patience.patienceMs || (stoppedAt !== null && now - stoppedAt > patience.stoppingMs)
      if (tired || !isEnvironmental(error)) throw error
    }
    await pause(waitMs)
  }
}
