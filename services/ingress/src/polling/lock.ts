import {
  POLLING_LOCK,
  createLease,
  describeLockHolder,
  holderHere,
  pause,
  randomId,
  systemClock,
} from '@abitly/runtime'
import type { Lease, Logger, Redis } from '@abitly/runtime'
import { pollingLockHeld, pollingLockLost } from './faults.ts'

export interface LockOptions {
  /** How long the lock lives without being renewed, in milliseconds. */
  lockMs: number
  renewEveryMs: number
}

export const LOCK_DEFAULTS: LockOptions = { lockMs: 60_000, renewEveryMs: 20_000 }

/** The right to poll, as long as it is ours. */
export interface PollingLock {
  /**
   * May we poll right now? True only while the lock cannot have run out, counted by our own clock from before it was
   * last renewed: a process that thaws after a minute must not poll even once more.
   */
  held(): boolean
  /** Aborts when the lock is lost, with the Fault POLLING_LOCK_LOST as its reason. */
  readonly lost: AbortSignal
  /** Stops renewing, and gives the lock up if it still is ours. */
  release(): Promise<void>
}

export interface LockDependencies {
  redis: Redis
  logger: Logger
  /** What the lock says of us to others: `development`. */
  environment: string
}

/**
 * Takes the polling lock and keeps it.
 * @throws Fault POLLING_LOCK_HELD naming whose it is, when it is somebody else's
 */
export async function takePollingLock(
  { redis, logger, environment }: LockDependencies,
  { lockMs, renewEveryMs }: LockOptions = LOCK_DEFAULTS,
): Promise<PollingLock> {
  const owner = JSON.stringify(holderHere(environment, randomId(), systemClock.now()))
  const lease = createLease(redis, POLLING_LOCK, owner, lockMs)
  const firstAskedAt = performance.now()
  const holder = await lease.hold()
  if (holder !== owner) throw pollingLockHeld({ about: describeLockHolder(holder, systemClock.now()) })
  let validUntil = firstAskedAt + lockMs

  const lost = new AbortController()
  const released = new AbortController()
  const held = (): boolean => !lost.signal.aborted && performance.now() < validUntil
  const renew = async (): Promise<void> => {
    const askedAt = performance.now()
    const whose = await stillWhose(redis, lease, owner)
    if (whose === owner) validUntil = askedAt + lockMs
    else lost.abort(lossTo(whose))
  }
  const keep = async (): Promise<void> => {
    let waitMs = renewEveryMs
    while (!lost.signal.aborted) {
      await pause(Math.min(waitMs, validUntil - performance.now()), released.signal)
      if (released.signal.aborted) return
      if (!held()) {
        lost.abort(lossByTime())
        return
      }
      waitMs = await renew().then(
        () => renewEveryMs,
        (error: unknown) => {
          logger.warn({ err: error }, 'the polling lock could not be renewed')
          return renewEveryMs / 20
        },
      )
    }
  }
  const keeping = keep()
  return {
    held,
    lost: lost.signal,
    async release() {
      released.abort()
      await keeping
      validUntil = 0
      await lease
        .release()
        .catch((error: unknown) => logger.warn({ err: error }, 'the polling lock could not be given up'))
    },
  }
}

/** What was lost is not taken again, even when it is free: somebody else may have polled meanwhile. */
async function stillWhose(redis: Redis, lease: Lease, owner: string): Promise<string | null> {
  const holder = await redis.get(POLLING_LOCK)
  return holder === owner ? await lease.hold() : holder
}

function lossTo(holder: string | null): Error {
  const about = holder === null ? 'Redis knows it no more' : describeLockHolder(holder, systemClock.now())
  return pollingLockLost({ about: holder === null ? about : `now it is of ${about}` })
}

function lossByTime(): Error {
  return pollingLockLost({ about: 'it could not be renewed in time: Redis was away, or this process frozen' })
}
