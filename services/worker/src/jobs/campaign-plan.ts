import { campaignPlan, handleJob } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import { createPlanner } from '../campaigns/plan-campaign.ts'

export function handleCampaignPlan(deps: CampaignDependencies): HandledJob {
  return handleJob(campaignPlan, createPlanner(deps))
}
