import type { Campaign } from '@abitly/database'
import { campaignPlan, campaignShowProgress, campaignWake } from '@abitly/queue'
import type { CampaignDependencies } from './campaign-dependencies.ts'

type SweepDependencies = Pick<CampaignDependencies, 'database' | 'producer' | 'clock' | 'logger'>

/** A call takes 20 s at most: a claim older than two of them belongs to a process that is gone. */
const CLAIM_LOST_MS = 40_000
/** Rows of a cancelled campaign that are settled at once. */
const PAGE = 10_000
/** And so often in one sweep: other campaigns wait for it. */
const PAGES = 2
/** Ended campaigns without a report that are looked after in one sweep. */
const AT_ONCE = 50
/** What a recipient of a cancelled campaign is told to have been left out for. */
const CANCELLED = 'cancelled'

/**
 * Starts what is due, repairs what a crash has left behind, wakes what has no job. Runs every few seconds; one part
 * that fails does not keep the others from their turn.
 */
export function createSweeper(deps: SweepDependencies): (context: { signal: AbortSignal }) => Promise<void> {
  const attempt = createAttempt(deps)
  return async ({ signal }) => {
    await attempt('start', () => startDue(deps))
    await attempt('resume', () => resumeDue(deps))
    await attempt('expire', () => expireClaims(deps))
    await attempt('drive', async () => {
      for (const campaign of await deps.database.repositories.campaigns.unsettled()) {
        if (signal.aborted) return
        await attempt('drive one', () => drive(campaign, signal, deps))
        if (isBehind(campaign)) await attempt('show one', () => show(campaign.id, deps))
      }
    })
    await attempt('report', () => reportEnded(deps))
  }
}

function createAttempt({ logger }: SweepDependencies) {
  return async (part: string, work: () => Promise<void>): Promise<void> => {
    await work().catch((error: unknown) =>
      logger.warn({ err: error, part }, 'a part of the campaign sweep failed'),
    )
  }
}

async function startDue({ database, producer, clock, logger }: SweepDependencies): Promise<void> {
  for (const campaignId of await database.repositories.campaigns.startDue(clock.now())) {
    logger.info({ campaignId }, 'a scheduled campaign starts')
    await producer.enqueue(campaignPlan, { campaignId })
  }
}

async function resumeDue({ database, producer, clock, logger }: SweepDependencies): Promise<void> {
  for (const campaignId of await database.repositories.campaigns.resumeDue(clock.now())) {
    logger.info({ campaignId }, 'a paused campaign goes on')
    await producer.enqueue(campaignWake, { campaignId })
  }
}

async function expireClaims({ database, clock, logger }: SweepDependencies): Promise<void> {
  const now = clock.now()
  const expired = await database.repositories.deliveries.expireClaims(
    new Date(now.getTime() - CLAIM_LOST_MS),
    now,
  )
  if (expired.unknown + expired.pending > 0) logger.warn(expired, 'sends of a process that died are unknown')
}

/** Brings one campaign a step further, whatever it was in the middle of. */
async function drive(campaign: Campaign, signal: AbortSignal, deps: SweepDependencies): Promise<void> {
  const { database, producer, clock } = deps
  const { id: campaignId, state } = campaign
  if (state === 'planning') await producer.enqueue(campaignPlan, { campaignId })
  if (state === 'cancelled') await settle(campaignId, signal, deps)
  if (state !== 'running') return
  if (await database.repositories.campaigns.finish(campaignId, clock.now())) return
  await producer.enqueue(campaignWake, { campaignId })
}

async function settle(campaignId: string, signal: AbortSignal, deps: SweepDependencies): Promise<void> {
  const { campaigns, deliveries } = deps.database.repositories
  for (let page = 0; page < PAGES && !signal.aborted; page += 1) {
    if ((await deliveries.skipPending(campaignId, CANCELLED, PAGE, deps.clock.now())) < PAGE) break
  }
  await campaigns.settle(campaignId, deps.clock.now())
}

/** The job whose campaign ended may have died before it told anybody. */
async function reportEnded(deps: SweepDependencies): Promise<void> {
  for (const id of await deps.database.repositories.campaigns.unreported(AT_ONCE)) await show(id, deps)
}

/** While a campaign moves its message does; one that is paused is told of once. */
function isBehind({ state, card, changedAt, createdBy, pause }: Campaign): boolean {
  if (card === null) return createdBy !== null && state === 'paused' && pause?.reason !== 'admin'
  return state !== 'paused' || changedAt === null || card.at < changedAt
}

function show(campaignId: string, { producer }: SweepDependencies): Promise<void> {
  return producer.enqueue(campaignShowProgress, { campaignId })
}
