import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'
import type { CampaignPayload } from './campaign-plan.ts'

/** Keeps the admin's message about a campaign up to date until the campaign is over. */
export const campaignShowProgress = defineJob<CampaignPayload>({
  name: 'campaign.show-progress',
  queue: QUEUES.routines,
  payload: z.object({ campaignId: z.uuid() }),
  keyOf: ({ campaignId }) => campaignId,
})
