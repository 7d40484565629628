import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'

const payload = z.object({ campaignId: z.uuid() })
export type CampaignPayload = z.infer<typeof payload>

/** Writes one row per recipient of a campaign that has been started; then the campaign runs. */
export const campaignPlan = defineJob<CampaignPayload>({
  name: 'campaign.plan',
  queue: QUEUES.routines,
  payload,
  keyOf: ({ campaignId }) => campaignId,
})
