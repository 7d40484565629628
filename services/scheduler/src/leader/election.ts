import { jitter, pause } from '@abitly/runtime'
import type { Lease, Logger } from '@abitly/runtime'

export interface ElectionOptions {
  /** How long a lease lives without renewal: a dead leader's successor waits at most this long and one try more. */
  leaseMs: number
  /** Between two renewals, or two tries to become leader. */
  renewEveryMs: number
}

export const ELECTION_DEFAULTS: ElectionOptions = { leaseMs: 9_000, renewEveryMs: 3_000 }

export interface Candidate {
  lease: Lease
  /** What this replica writes into the lease. */
  owner: string
  /** Done before this replica leads, within its lease; a replica for which it fails gives the lease up. */
  takeOver: () => Promise<void>
  logger: Logger
}

export interface Election {
  /**
   * Does this replica lead right now? True only while the lease it last renewed cannot have run out, counted from
   * before that renewal was asked for: a process that froze or lost Redis knows by its own clock that it must stop.
   */
  leads(): boolean
  /** Who leads, as far as this replica has heard; null: nobody that it knows of. */
  leader(): string | null
  /** Runs until `stopping`, then hands over at once. */
  run(stopping: AbortSignal): Promise<void>
  /** Gives the lead up, and lets the others try first: for a leader that finds itself unable. */
  resign(): Promise<void>
  /** Tries at once: the lease is said to be free. */
  tryNow(): void
}

/** Keeps trying to lead, and to stay leader. A failed renewal never keeps a replica in office. */
export function createElection(candidate: Candidate, { leaseMs, renewEveryMs }: ElectionOptions): Election {
  const { owner } = candidate
  const naps = createNaps()
  let validUntil = 0
  let heard: string | null = null
  const leads = (): boolean => performance.now() < validUntil
  const giveUp = async (): Promise<void> => {
    validUntil = 0
    if (await release(candidate)) heard = null
  }
  const stand = async (): Promise<void> => {
    // The lease may live a little longer than we count: never the other way round.
    const askedAt = performance.now()
    heard = await candidate.lease.hold()
    if (heard === owner && !leads()) await candidate.takeOver()
    validUntil = heard === owner ? askedAt + leaseMs : 0
  }
  const round = async (): Promise<void> => {
    const led = leads()
    try {
      await stand()
    } catch (error) {
      candidate.logger.warn({ err: error }, 'this replica cannot lead now')
      naps.sitOut()
      await giveUp()
    }
    if (leads() !== led)
      candidate.logger.info({ leader: !led }, led ? 'this replica leads no more' : 'this replica leads now')
  }
  return {
    leads,
    leader: () => (heard === owner && !leads() ? null : heard),
    async run(stopping) {
      stopping.addEventListener('abort', () => naps.end(), { once: true })
      while (!stopping.aborted) {
        if (!naps.sitsOut()) await round()
        if (!isAborted(stopping)) await naps.take(renewEveryMs * (0.9 + jitter() * 0.2))
      }
      await giveUp()
    },
    async resign() {
      naps.sitOut()
      await giveUp()
    },
    tryNow: () => naps.wake(),
  }
}

/** @returns false when it is not certain that the lease is given up; it then ends by itself */
async function release({ lease, logger }: Candidate): Promise<boolean> {
  try {
    await lease.release()
    return true
  } catch (error) {
    logger.warn({ err: error }, 'the lease could not be given up')
    return false
  }
}

/** A function, because it changes while one waits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted
}

/** The time between two rounds: it ends early when the lease is said to be free, but not for who sits a round out. */
function createNaps() {
  let sitsOut = false
  let deaf = false
  let nap = new AbortController()
  return {
    sitsOut: () => sitsOut,
    sitOut: () => void (sitsOut = true),
    async take(ms: number): Promise<void> {
      nap = new AbortController()
      deaf = sitsOut
      sitsOut = false
      await pause(ms, nap.signal)
    },
    wake(): void {
      if (!deaf) nap.abort()
    },
    end: () => nap.abort(),
  }
}
