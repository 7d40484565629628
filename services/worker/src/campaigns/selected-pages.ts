import type { Campaign, Database, PlannedRecipient, Repositories } from '@abitly/database'

/** Plans the next page. @returns false when there is none: everybody has a row, or the campaign is not 'planning' */
export type PlanPage = () => Promise<boolean>

/** How this process works out the recipients of a campaign. */
export interface Selection {
  /** Held until the page is written; what it guards is read behind it. */
  lock?: (repositories: Repositories) => Promise<void>
  /** The next page behind the cursor; null: there is nobody more. */
  select: (repositories: Repositories, from: bigint | null) => Promise<SelectedPage | null>
}

export interface SelectedPage {
  upto: bigint
  recipients: PlannedRecipient[]
  /** Commits together with the page. */
  planned?: () => Promise<void>
}

/** Pages of recipients that pass through this process; each commits together with the cursor behind it. */
export function selectedPages(
  { id }: Campaign,
  database: Pick<Database, 'repositories' | 'transaction'>,
  { lock, select }: Selection,
): PlanPage {
  const plan = async (repositories: Repositories): Promise<'planned' | 'stale' | 'done'> => {
    const { deliveries } = repositories
    await lock?.(repositories)
    const from = await deliveries.cursor(id)
    const page = await select(repositories, from)
    if (page === null) return 'done'
    const { upto, recipients, planned } = page
    if (!(await deliveries.planRecipients(id, { from, upto, recipients }))) return 'stale'
    await planned?.()
    return 'planned'
  }
  return async () => {
    const page = await database.transaction(plan)
    if (page !== 'stale') return page === 'planned'
    // Somebody else has planned this page, or the campaign was cancelled.
    return (await database.repositories.campaigns.find(id))?.state === 'planning'
  }
}
