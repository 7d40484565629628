import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'

/** Starts what is due, repairs what a crash has left behind, wakes what has no job: for all campaigns. */
export const campaignSweep = defineJob<Record<string, never>>({
  name: 'campaign.sweep',
  queue: QUEUES.routines,
  payload: z.record(z.string(), z.never()),
  keyOf: () => 'all',
})
