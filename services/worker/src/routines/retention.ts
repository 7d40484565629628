import type { Repositories } from '@abitly/database'
import type { Clock } from '@abitly/runtime'
import type { Routine } from '@abitly/schedule'

/** Telegram redelivers for a day; dead letters stay until an operator drops them. */
const PROCESSED_DAYS = 3
/** Telegram keeps files for longer than we need to know them. */
const PICTURE_DAYS = 30
/** A broadcast that its admin gave up. */
const DRAFT_DAYS = 7
/** Reminders and digests: long enough to answer "why did I get this?". */
const SCHEDULED_DAYS = 60
/** So long the website's backend can be told again what became of links. */
const ACCOUNT_EVENT_DAYS = 30
/** Reports of broadcasts are compared with those of the year before. */
const ADMIN_DAYS = 400

/** Deletes what is kept no longer. */
export function retention({
  repositories,
  clock,
}: {
  repositories: Pick<Repositories, 'processedUpdates' | 'campaigns' | 'pictures' | 'accountEvents'>
  clock: Clock
}): Routine {
  const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * 86_400_000)
  return async () => ({
    updates: await repositories.processedUpdates.purge(daysAgo(PROCESSED_DAYS)),
    pictures: await repositories.pictures.purge(daysAgo(PICTURE_DAYS)),
    accountEvents: await repositories.accountEvents.purge(daysAgo(ACCOUNT_EVENT_DAYS)),
    campaigns: await repositories.campaigns.purge({
      drafts: daysAgo(DRAFT_DAYS),
      ofSchedule: daysAgo(SCHEDULED_DAYS),
      ofAdmins: daysAgo(ADMIN_DAYS),
    }),
  })
}
