import type { Campaign } from '@abitly/database'
import { campaignShowProgress } from '@abitly/queue'
import type { CampaignDependencies } from './campaign-dependencies.ts'
import type { Decision } from './decide-delivery.ts'
import type { ErrorWatch } from './error-watch.ts'

type PauseDependencies = Pick<CampaignDependencies, 'database' | 'producer' | 'clock' | 'logger'>

/** How long a campaign waits for a Telegram that does not answer, in milliseconds. */
const OUTAGE_MS = 60_000

/** Pauses a campaign that Telegram wants to wait long, or whose sends keep failing, and has its admin told. */
export async function pauseWhereNeeded(
  campaign: Campaign,
  { result, failed, pauseUntil }: Decision,
  watch: ErrorWatch,
  deps: PauseDependencies,
): Promise<void> {
  if (pauseUntil !== undefined) await pause(campaign, 'flood', pauseUntil, deps)
  if (failed === null || !watch.note(campaign, failed)) return
  // What may pass by itself is waited out; what Telegram refuses for good waits for a person.
  const passing = result.state === 'pending'
  const until = passing ? new Date(deps.clock.now().getTime() + OUTAGE_MS) : null
  await pause(campaign, 'errors', until, deps)
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
