import { randomUUID } from 'node:crypto'

/** The present moment, passed to whoever needs it so that rules and tests can choose their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock so many milliseconds ahead (negative: behind): what happens on a certain day can be tried on any other. */
export function createClock(offsetMs: number): Clock {
  return offsetMs === 0 ? systemClock : { now: () => new Date(Date.now() + offsetMs) }
}

/** A new random identifier (UUID v4): owners of leases, members of sets. */
export function randomId(): string {
  return randomUUID()
}

/** A number in [0, 1): jitter of waits, so that processes that fell together do not rise together. */
export function jitter(): number {
  return Math.random()
}

/** Resolves after `ms` milliseconds, or as soon as `signal` aborts. Never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, ms)
    signal?.addEventListener('abort', finish, { once: true })
  })
}
