import { Queue, Worker } from 'bullmq'
import type { JobsOptions } from 'bullmq'
import type { Lane } from '../support/sink.ts'
import type { StartContender } from './contender.ts'

const QUEUE = 'bench-sends'
/** Jobs without a priority go first. */
const AFTER_REPLIES = 10
const BATCH = 1_000

/** One job per message, and the rate limiter of BullMQ's worker; replies go before all bulk. */
export const bullmq: StartContender = async ({ redis, cap, places, replies, backlog, deliver }) => {
  const queue = new Queue<unknown, void, Lane>(QUEUE, { connection: redis })
  const options = { removeOnComplete: true, ...(replies ? { priority: AFTER_REPLIES } : {}) }
  await fill(queue, backlog, options)
  const worker = new Worker<unknown, void, Lane>(
    QUEUE,
    ({ name, timestamp }) => deliver({ lane: name, waitedMs: Date.now() - timestamp }),
    {
      connection: redis,
      concurrency: places,
      limiter: { max: cap, duration: 1_000 },
      autorun: false,
    },
  )
  return {
    sendBulk: () => void worker.run(),
    async reply() {
      await queue.add('reply', null, { removeOnComplete: true })
    },
  }
}

async function fill(queue: Queue<unknown, void, Lane>, backlog: number, opts: JobsOptions): Promise<void> {
  for (let filled = 0; filled < backlog; filled += BATCH) {
    await queue.addBulk(Array.from({ length: BATCH }, () => ({ name: 'bulk', data: null, opts })))
  }
}
