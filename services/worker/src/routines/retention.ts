import type { Repositories } from '@abitly/database'
import type { Clock } from '@abitly/runtime'
import type { Routine } from '@abitly/schedule'
import { ANSWER_DAYS, BROADCAST_DAYS, inactiveSince, SEARCH_DAYS } from '../use-cases/privacy/kept.ts'

/** Telegram keeps files for longer than we need to know them. */
const PICTURE_DAYS = 30
/** A broadcast that its admin gave up. */
const DRAFT_DAYS = 7
/** Reminders and digests: long enough to answer "why did I get this?". */
const SCHEDULED_DAYS = 60
/** So long the website's backend can be told again what became of links. */
const ACCOUNT_EVENT_DAYS = 30
/** A plan is for its day; what it said may be asked for a little longer. */
const PLAN_DAYS = 30
/** Students erased before the next look. */
const CHUNK = 100

/** Deletes what is kept no longer. */
export function retention({
  repositories,
  clock,
}: {
  repositories: Pick<
    Repositories,
    'processedUpdates' | 'campaigns' | 'pictures' | 'accountEvents' | 'personalData' | 'offerSearch' | 'plans'
  >
  clock: Clock
}): Routine {
  const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * 86_400_000)
  return async ({ signal }) => ({
    updates: await repositories.processedUpdates.purge(daysAgo(ANSWER_DAYS)),
    pictures: await repositories.pictures.purge(daysAgo(PICTURE_DAYS)),
    searches: await repositories.offerSearch.purge(daysAgo(SEARCH_DAYS)),
    plans: await repositories.plans.purge(daysAgo(PLAN_DAYS)),
    accountEvents: await repositories.accountEvents.purge(daysAgo(ACCOUNT_EVENT_DAYS)),
    campaigns: await repositories.campaigns.purge({
      drafts: daysAgo(DRAFT_DAYS),
      ofSchedule: daysAgo(SCHEDULED_DAYS),
      ofAdmins: daysAgo(BROADCAST_DAYS),
    }),
    students: await eraseInactive(repositories.personalData, clock.now(), signal),
  })
}

/** What `/privacy` promises. A run that is told to end leaves the others to the next one. */
async function eraseInactive(
  personalData: Repositories['personalData'],
  now: Date,
  signal: AbortSignal,
): Promise<number> {
  let erased = 0
  for (let chunk = CHUNK; chunk === CHUNK && !signal.aborted; erased += chunk)
    chunk = await personalData.eraseInactive(inactiveSince(now), CHUNK, now)
  return erased
}
