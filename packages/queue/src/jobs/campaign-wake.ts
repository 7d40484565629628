import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'
import type { CampaignPayload } from './campaign-plan.ts'

/** Enqueues the next chunks of a running campaign that have recipients waiting. */
export const campaignWake = defineJob<CampaignPayload>({
  name: 'campaign.wake',
  queue: QUEUES.routines,
  payload: z.object({ campaignId: z.uuid() }),
  keyOf: ({ campaignId }) => campaignId,
})
