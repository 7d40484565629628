import { defineFault } from '@abitly/runtime'
import type { QueueName } from './catalog.ts'
import type { JobContract } from './job-contract.ts'

/** A handler that is not done asks to be run again; that uses up no attempt. */
export type JobEnd = void | { againAfterMs: number }

/** @param context `signal` aborts when the service stops: finish what is in flight and ask to be run again */
export type JobHandler<P> = (payload: P, context: { signal: AbortSignal }) => Promise<JobEnd>

/** A contract and what is done about it. */
export interface HandledJob {
  readonly name: string
  readonly queue: QueueName
  run(data: unknown, context: { signal: AbortSignal }): Promise<JobEnd>
}

export const payloadInvalid = defineFault(
  'QUEUE_PAYLOAD_INVALID',
  'The payload of a job breaks its contract; see the failed jobs of its queue and packages/queue/src/jobs',
)

/** Ties a handler to its contract; a payload that breaks the contract never reaches it. */
export function handleJob<P>(contract: JobContract<P>, handler: JobHandler<P>): HandledJob {
  return {
    name: contract.name,
    queue: contract.queue,
    async run(data, context) {
      const payload = contract.payload.safeParse(data)
      if (!payload.success) throw payloadInvalid({ about: contract.name })
      return await handler(payload.data, context)
    },
  }
}
