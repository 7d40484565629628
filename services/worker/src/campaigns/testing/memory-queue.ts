import type { HandledJob, JobContract, Producer } from '@abitly/queue'

interface MemoryJob {
  name: string
  payload: unknown
  dueAt: number
}

/** A queue that outlives the processes of a test and keeps the order in which jobs were enqueued. */
export interface MemoryQueue extends Pick<Producer, 'enqueue'> {
  /**
   * Runs what is due, job by job, until nothing is. A job that throws stays: it is delivered again.
   * @returns when the next job is due, in milliseconds since 1970; null: there is none
   */
  run(handlers: readonly HandledJob[], signal: AbortSignal): Promise<number | null>
}

/** @param now milliseconds since 1970 */
export function createMemoryQueue(now: () => number): MemoryQueue {
  const jobs = new Map<string, MemoryJob>()
  const nextDue = (): [string, MemoryJob] | undefined => [...jobs].find(([, { dueAt }]) => dueAt <= now())
  return {
    enqueue: <P>(contract: JobContract<P>, payload: P) => {
      // Like the real one: what waits for later is brought forward, what runs runs once more.
      jobs.set(`${contract.name}/${contract.keyOf(payload)}`, { name: contract.name, payload, dueAt: now() })
      return Promise.resolve()
    },
    async run(handlers, signal) {
      for (let next = nextDue(); next !== undefined; next = nextDue()) {
        const [key, job] = next
        const handler = handlers.find(({ name }) => name === job.name)
        if (handler === undefined) throw new Error(`Nobody handles a job "${job.name}"`)
        const end = await handler.run(job.payload, { signal })
        // Enqueued anew while it ran: that one stays.
        if (jobs.get(key) !== job) continue
        if (end === undefined) jobs.delete(key)
        else job.dueAt = now() + Math.max(1, end.againAfterMs)
      }
      const dueTimes = [...jobs.values()].map(({ dueAt }) => dueAt)
      return dueTimes.length === 0 ? null : Math.min(...dueTimes)
    },
  }
}
