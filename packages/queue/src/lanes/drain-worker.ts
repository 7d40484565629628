import { setMaxListeners } from 'node:events'
import { Worker } from 'bullmq'
import type { Job } from 'bullmq'
import { jitter, pause } from '@abitly/runtime'
import type { Logger, Redis } from '@abitly/runtime'
import { PREFIX, QUEUES } from '../catalog.ts'
import { openQueue } from '../connection.ts'
import { laneDrain } from '../jobs/lane-drain.ts'
import type { LaneDrainPayload } from '../jobs/lane-drain.ts'
import { postpone } from '../steering.ts'
import { DRAIN_DEFAULTS, drainLane } from './drain.ts'
import type { DrainEnd, DrainOptions, LaneHandler, LaneObserver } from './drain.ts'
import { createMailbox } from './mailbox.ts'

export interface LaneWorkerOptions<R> {
  /** A connection of profile `worker`; one blocking duplicate is added. */
  redis: Redis
  handler: LaneHandler<R>
  observer?: LaneObserver
  logger: Logger
  /** Lanes served at once by this process. Each holds a database connection while it runs an update. */
  concurrency: number
  drain?: Partial<DrainOptions>
  /** A lane of a killed process is taken over after this plus one check, in milliseconds. */
  lockDurationMs?: number
  stalledCheckMs?: number
}

export interface LaneWorker {
  /** Stops taking lanes, lets each running one finish its current update, at most until the deadline. */
  close(deadlineMs: number): Promise<void>
}

/** Serves chat lanes: takes wake-ups from the queue and drains the lanes they name. */
export function startLaneWorker<R>(options: LaneWorkerOptions<R>): LaneWorker {
  const { redis, handler, observer = {}, logger } = options
  const stopper = new AbortController()
  // Every lane that waits listens.
  setMaxListeners(0, stopper.signal)
  const queue = openQueue<LaneDrainPayload>(redis, QUEUES.updates)
  const dependencies = {
    mailbox: createMailbox(redis),
    handler,
    observer,
    stopping: stopper.signal,
    options: { ...DRAIN_DEFAULTS, ...options.drain },
  }

  const drain = async (lane: string): Promise<DrainEnd> => {
    try {
      return await drainLane(lane, dependencies)
    } catch (error) {
      // Redis refused the bookkeeping: the head is where it was, and the lane must not wait for its lock to end.
      logger.warn({ err: error }, 'a lane could not be drained, trying again')
      return { kind: 'retry', afterMs: 1_000 + jitter() * 2_000 }
    }
  }
  const follow = async (end: DrainEnd, job: Job<LaneDrainPayload>, token?: string): Promise<void> => {
    const { lane } = job.data
    if (end.kind === 'more') await queue.add(laneDrain.name, { lane }, laneDrain.options(lane))
    if (end.kind === 'retry') await postpone(job, token, end.afterMs)
  }
  const worker = new Worker<LaneDrainPayload>(
    QUEUES.updates,
    async (job, token) => follow(await drain(job.data.lane), job, token),
    {
      connection: redis,
      prefix: PREFIX,
      concurrency: options.concurrency,
      lockDuration: options.lockDurationMs ?? 15_000,
      stalledInterval: options.stalledCheckMs ?? 5_000,
      // Deaths are counted per update, by the mailbox; a lane must never be failed for them.
      maxStalledCount: 1_000_000,
    },
  )
  worker.on('error', (error) => logger.warn({ err: error }, 'lane worker trouble'))
  worker.on('failed', (job, error) => logger.error({ err: error, jobId: job?.id }, 'lane job failed'))
  return {
    async close(deadlineMs) {
      stopper.abort()
      // What is still running then is taken over by another worker when its lock ends.
      const closed = new AbortController()
      await Promise.race([worker.close(), pause(deadlineMs, closed.signal)])
      closed.abort()
      await queue.close()
    },
  }
}
