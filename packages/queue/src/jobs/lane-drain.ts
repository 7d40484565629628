import type { JobsOptions } from 'bullmq'
import { QUEUES } from '../catalog.ts'

/** Wakes the lane of one chat. Carries no data of its own: what to do stands in the lane's mailbox. */
export interface LaneDrainPayload {
  /** Chat id, user id, or `u<update id>`. */
  lane: string
}

export const laneDrain = {
  name: 'lane.drain',
  queue: QUEUES.updates,
  /**
   * At most one job per lane waits or runs. One that is added while the lane runs is kept and queued by the very
   * script that finishes the running one, so that no update is stranded between "empty" and "done".
   */
  options: (lane: string): JobsOptions => ({
    deduplication: { id: lane, keepLastIfActive: true },
    removeOnComplete: true,
    removeOnFail: { count: 1000 },
  }),
} as const
