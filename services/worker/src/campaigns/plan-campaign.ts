import type { Campaign, Repositories } from '@abitly/database'
import { campaignShowProgress, campaignWake } from '@abitly/queue'
import type { CampaignPayload, JobHandler } from '@abitly/queue'
import type { CampaignDependencies } from './campaign-dependencies.ts'
import { openDayAudience } from './open-day-audience.ts'
import { audienceOf, campaignInvalid, contentOf } from './parse-content.ts'

type PlanDependencies = Pick<CampaignDependencies, 'database' | 'producer' | 'clock' | 'logger'>

/** How much is planned in one transaction. */
export interface PageSizes {
  recipients: number
  /** People with open-day filters, of whom few may be recipients. */
  filterHolders: number
}

const PAGES: PageSizes = { recipients: 10_000, filterHolders: 1_000 }

/** Plans the next page. @returns false when there is none: everybody has a row, or the campaign is not 'planning' */
type PlanPage = () => Promise<boolean>

/**
 * Writes a row for each recipient, page by page. Each page commits together with the cursor behind it, so that a
 * planning that is broken off goes on where it stopped, and two at once plan nobody twice.
 */
export function createPlanner(deps: PlanDependencies, pages = PAGES): JobHandler<CampaignPayload> {
  const { database, producer, clock, logger } = deps
  const { campaigns } = database.repositories
  return async ({ campaignId }, { signal }) => {
    const campaign = await campaigns.find(campaignId)
    if (campaign?.state !== 'planning') return undefined
    const planPage = campaign.kind === 'open-day-update' ? openDayPages : audiencePages
    const planNext = planPage(campaign, pages, deps)
    while (await planNext()) {
      if (signal.aborted) return { againAfterMs: 0 }
    }
    const planned = await campaigns.endPlanning(campaignId, clock.now())
    if (planned) logger.info({ campaign: campaign.number }, 'a campaign was planned')
    await producer.enqueue(campaignWake, { campaignId })
    await producer.enqueue(campaignShowProgress, { campaignId })
    return undefined
  }
}

/** Whom a filter meets; nothing passes through this process. */
function audiencePages(
  campaign: Campaign,
  pages: PageSizes,
  { database, clock }: PlanDependencies,
): PlanPage {
  const audience = audienceOf(campaign)
  const plan = ({ deliveries }: Repositories): Promise<number> =>
    deliveries.planAudience(campaign.id, audience, pages.recipients, clock.now())
  return async () => (await database.transaction(plan)) > 0
}

/** Whose open-day filters the campaign's events meet, but for those who know. */
function openDayPages(campaign: Campaign, pages: PageSizes, { database }: PlanDependencies): PlanPage {
  const content = contentOf(campaign)
  if (content.kind !== 'open-days') {
    throw campaignInvalid({ about: `campaign ${campaign.number} tells of no open day` })
  }
  const { campaigns } = database.repositories
  const plan = async ({ deliveries, openDays }: Repositories): Promise<'planned' | 'stale' | 'done'> => {
    // Two campaigns about the same edits look at the same people: one page after the other.
    await openDays.lockTelling()
    const from = await deliveries.cursor(campaign.id)
    const page = await openDayAudience(openDays, content.events, from, pages.filterHolders)
    if (page === null) return 'done'
    const { upto, recipients } = page
    return (await deliveries.planRecipients(campaign.id, { from, upto, recipients })) ? 'planned' : 'stale'
  }
  return async () => {
    const page = await database.transaction(plan)
    if (page !== 'stale') return page === 'planned'
    // Somebody else has planned this page, or the campaign was cancelled.
    return (await campaigns.find(campaign.id))?.state === 'planning'
  }
}
