import { campaignSweep, handleJob } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import { createSweeper } from '../campaigns/sweep-campaigns.ts'

export function handleCampaignSweep(deps: CampaignDependencies): HandledJob {
  return handleJob(campaignSweep, createSweeper(deps))
}
