import { jitter, pause } from '@abitly/runtime'
import type { Lease, Logger } from '@abitly/runtime'

export interface ElectionOptions {
  /** How long a lease lives without renewal: a dead leader's successor waits at most this long. */
  leaseMs: number
  /** Between two renewals, or two tries to become leader. */
  renewEveryMs: number
}

export const ELECTION_DEFAULTS: ElectionOptions = { leaseMs: 9_000, renewEveryMs: 3_000 }

export interface Election {
  /**
   * Does this replica lead right now? True only while the lease it last renewed cannot have run out, counted from
   * before that renewal was asked for: a process that froze or lost Redis knows by its own clock that it must stop.
   */
  leads(): boolean
  /** Runs until `stopping`, then hands over at once. */
  run(stopping: AbortSignal): Promise<void>
}

/** Keeps trying to lead, and to stay leader. A failed renewal never keeps a replica in office. */
export function createElection(
  { lease, owner, logger }: { lease: Lease; owner: string; logger: Logger },
  options: ElectionOptions,
): Election {
  let validUntil = 0
  const leads = (): boolean => performance.now() < validUntil

  const campaign = async (): Promise<void> => {
    const led = leads()
    // The lease may live a little longer than we count: never the other way round.
    const askedAt = performance.now()
    try {
      const won = (await lease.hold()) === owner
      validUntil = won ? askedAt + options.leaseMs : 0
    } catch (error) {
      validUntil = 0
      logger.warn({ err: error }, 'the lease could not be renewed')
    }
    if (leads() !== led)
      logger.info({ leader: !led }, led ? 'this replica leads no more' : 'this replica leads now')
  }
  return {
    leads,
    async run(stopping) {
      while (!stopping.aborted) {
        await campaign()
        await pause(options.renewEveryMs * (0.9 + jitter() * 0.2), stopping)
      }
      validUntil = 0
      await lease
        .release()
        .catch((error: unknown) => logger.warn({ err: error }, 'the lease could not be given up'))
    },
  }
}
