import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'

/** Passes what has become of links on to the website: from its table into its queue. */
export const accountEventsPublish = defineJob<Record<string, never>>({
  name: 'account-events.publish',
  queue: QUEUES.routines,
  payload: z.record(z.string(), z.never()),
  keyOf: () => 'all',
})
