import { campaignShowProgress, handleJob } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import { createProgressShower } from '../campaigns/progress/show-progress.ts'

export function handleCampaignShowProgress(deps: CampaignDependencies): HandledJob {
  return handleJob(campaignShowProgress, createProgressShower(deps))
}
