import type { JobsOptions } from 'bullmq'
import type { z } from 'zod'
import type { QueueName } from './catalog.ts'

/** What producer and consumer of a job agree on. */
export interface JobContract<P> {
  /** `<noun>.<verb-object>`, unique. */
  readonly name: string
  readonly queue: QueueName
  readonly payload: z.ZodType<P>
  /**
   * Jobs with the same key are one: while it waits, adding it again brings a delayed one forward and changes nothing
   * else; while it runs, one more run follows.
   */
  readonly keyOf: (payload: P) => string
}

/** Declares a job. One file per job, so that producers import nothing but its contract. */
export function defineJob<P>(contract: JobContract<P>): JobContract<P> {
  return contract
}

/** How often a job that fails is tried, beside what its handler asks for by itself. */
const ATTEMPTS = 5
const BACKOFF_MS = 1_000

/** BullMQ's options for a job. No job id: a finished or failed job that is kept would block its successors. */
export function jobOptions<P>({ name, keyOf }: JobContract<P>, payload: P): JobsOptions {
  return {
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: BACKOFF_MS, jitter: 0.5 },
    deduplication: { id: `${name}/${keyOf(payload)}`, keepLastIfActive: true, reschedule: true },
    removeOnComplete: true,
    removeOnFail: { count: 1000 },
  }
}
