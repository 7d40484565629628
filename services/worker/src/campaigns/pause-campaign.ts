import type { Campaign } from '@abitly/database'
import { campaignShowProgress } from '@abitly/queue'
import type { CampaignDependencies } from './campaign-dependencies.ts'
import type { Decision } from './decide-delivery.ts'
import type { ErrorWatch } from './error-watch.ts'

type PauseDependencies = Pick<CampaignDependencies, 'database' | 'producer' | 'clock' | 'logger'>

/** Pauses a campaign that Telegram wants to wait long, or whose sends keep failing, and has its admin told. */
export async function pauseWhereNeeded(
  campaign: Campaign,
  { failed, pauseUntil }: Decision,
  watch: ErrorWatch,
  deps: PauseDependencies,
): Promise<void> {
  if (pauseUntil !== undefined) await pause(campaign, 'flood', pauseUntil, deps)
  if (failed !== null && watch.note(campaign.id, failed)) await pause(campaign, 'errors', null, deps)
}

async function pause(
  { id, number }: Campaign,
  reason: 'flood' | 'errors',
  until: Date | null,
  { database, producer, clock, logger }: PauseDependencies,
): Promise<void> {
  const now = clock.now()
  if (!(await database.repositories.campaigns.pause(id, { reason, by: null, until, now }))) return
  logger.warn({ campaign: number, reason }, 'a campaign was paused')
  await producer.enqueue(campaignShowProgress, { campaignId: id })
}
