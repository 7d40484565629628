import type { Queue } from 'bullmq'
import type { Redis } from '@abitly/runtime'
import type { QueueName } from './catalog.ts'
import { openQueue } from './connection.ts'
import { jobOptions } from './job-contract.ts'
import type { JobContract } from './job-contract.ts'

export interface Producer {
  /**
   * Enqueues a job; harmless when it is there already.
   * @throws ZodError when the payload breaks the contract; whatever Redis answers when it cannot store it
   */
  enqueue<P>(job: JobContract<P>, payload: P): Promise<void>
  close(): Promise<void>
}

/** Enqueues jobs on a shared connection. */
export function createProducer(redis: Redis): Producer {
  const queues = new Map<QueueName, Queue>()
  const queueOf = (name: QueueName): Queue => {
    const queue = queues.get(name) ?? openQueue(redis, name)
    queues.set(name, queue)
    return queue
  }
  return {
    async enqueue(job, payload) {
      const checked = job.payload.parse(payload)
      await queueOf(job.queue).add(job.name, checked, jobOptions(job, checked))
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}
