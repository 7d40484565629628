import { UnrecoverableError, Worker } from 'bullmq'
import type { Job } from 'bullmq'
import { isEnvironmental, jitter, pause, retryAfterMs } from '@abitly/runtime'
import type { Logger, Redis } from '@abitly/runtime'
import { PREFIX } from './catalog.ts'
import type { QueueName } from './catalog.ts'
import { payloadInvalid } from './job-handler.ts'
import type { HandledJob, JobEnd } from './job-handler.ts'
import { postpone } from './steering.ts'

export interface ConsumerOptions {
  /** A connection of profile `worker`; one blocking duplicate is added. */
  redis: Redis
  queue: QueueName
  /** Every job of the queue; those of other queues are left out. */
  handlers: readonly HandledJob[]
  /** Jobs at once in this process. */
  concurrency: number
  logger: Logger
  /** A job of a killed process is taken over after this plus one check, in milliseconds. */
  lockDurationMs?: number
  stalledCheckMs?: number
}

export interface Consumer {
  /** Takes no more jobs and waits for those in flight, at most until the deadline. */
  close(deadlineMs: number): Promise<void>
}

/** Runs the jobs of one queue. */
export function startConsumer(options: ConsumerOptions): Consumer {
  const { redis, queue, logger, concurrency, lockDurationMs = 15_000 } = options
  const handlers = new Map(
    options.handlers.filter((job) => job.queue === queue).map((job) => [job.name, job] as const),
  )
  const stopper = new AbortController()
  const worker = new Worker(queue, (job, token) => runJob(job, token, handlers, stopper.signal), {
    connection: redis,
    prefix: PREFIX,
    concurrency,
    lockDuration: lockDurationMs,
    stalledInterval: options.stalledCheckMs ?? Math.ceil(lockDurationMs / 3),
    // A job that was in a process when it died is not to blame: what it did stands in its rows.
    maxStalledCount: 1_000_000,
  })
  worker.on('error', (error) => logger.warn({ err: error, queue }, 'job consumer trouble'))
  worker.on('failed', (job, error) =>
    logger.error({ err: error, jobId: job?.id, job: job?.name, attempt: job?.attemptsMade }, 'a job failed'),
  )
  return {
    async close(deadlineMs) {
      // First no more jobs are taken, then the running ones hear of it: one that is given back must not come here.
      const drained = worker.close()
      stopper.abort()
      const closed = new AbortController()
      await Promise.race([drained, pause(deadlineMs, closed.signal)])
      closed.abort()
    },
  }
}

/** Long enough for a closing worker to be gone. */
const GIVEN_BACK_MS = 500

async function runJob(
  job: Job<unknown>,
  token: string | undefined,
  handlers: ReadonlyMap<string, HandledJob>,
  signal: AbortSignal,
): Promise<void> {
  // A worker that waits for jobs while it closes may still be given one: it is for another process.
  if (signal.aborted) return postpone(job, token, GIVEN_BACK_MS)
  const handled = handlers.get(job.name)
  if (handled === undefined) throw new UnrecoverableError(`Nobody handles a job "${job.name}"`)
  const end = await handled.run(job.data, { signal }).catch((error: unknown) => steer(error))
  if (end !== undefined) await postpone(job, token, end.againAfterMs)
}

/** While the surroundings are away a job waits, however long; an impossible payload is not tried again. */
function steer(error: unknown): JobEnd {
  if (isEnvironmental(error)) return { againAfterMs: Math.max(retryAfterMs(error), 1_000 + jitter() * 2_000) }
  if (error instanceof Error && 'code' in error && error.code === payloadInvalid.code) {
    throw new UnrecoverableError(error.message)
  }
  throw error
}
