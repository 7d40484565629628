import type { Campaign } from '@abitly/database'
import type { CampaignDependencies } from './campaign-dependencies.ts'
import type { ContentViews } from './content-call.ts'
import type { CampaignContent } from './content.ts'

/** What sending a delivery needs. */
export type DeliveryDependencies = Pick<
  CampaignDependencies,
  'database' | 'bulkApi' | keyof ContentViews | 'clock' | 'logger' | 'ended' | 'maxRetries' | 'retryDelayMs'
>

/** The campaign a delivery belongs to, read once for many of them. */
export interface Sending {
  campaign: Campaign
  content: CampaignContent
  signal: AbortSignal
}
