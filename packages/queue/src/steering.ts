import type { Job } from 'bullmq'
import { DelayedError } from 'bullmq'

/**
 * Puts a running job back for later without using up an attempt, and frees its place.
 * @returns never: BullMQ learns of the move by the error it throws
 */
export async function postpone(job: Job, token: string | undefined, delayMs: number): Promise<never> {
  await job.moveToDelayed(Date.now() + delayMs, token)
  throw new DelayedError()
}
