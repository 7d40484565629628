import { campaignWake, handleJob } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import { createWaker } from '../campaigns/wake-campaign.ts'

export function handleCampaignWake(deps: CampaignDependencies): HandledJob {
  return handleJob(campaignWake, createWaker(deps))
}
