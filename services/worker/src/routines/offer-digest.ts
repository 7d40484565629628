import type { Campaign } from '@abitly/database'
import { campaignPlan } from '@abitly/queue'
import type { Routine } from '@abitly/schedule'
import { startDigest } from '../use-cases/digest/start-digest.ts'
import { doOnce } from './do-once.ts'
import type { ReminderDependencies } from './open-day-reminders.ts'

/** Begins the digest of a day. The campaign and the end of the run commit together: nobody is told twice. */
export function offerDigest({ database, producer, clock, timeZone }: ReminderDependencies): Routine {
  return async ({ slot }) => {
    const now = clock.now()
    const begun: { campaign: Campaign | null } = { campaign: null }
    const isOurs = await doOnce(database, { task: 'offer-digest', slot }, now, async (repositories) => {
      begun.campaign = await startDigest(repositories, { slot, timeZone, now })
      return begun.campaign === null ? { changed: 0 } : { changed: 1, campaign: begun.campaign.number }
    })
    // Lost with this process, the sweep enqueues it anew.
    if (isOurs && begun.campaign !== null) {
      await producer.enqueue(campaignPlan, { campaignId: begun.campaign.id })
    }
    return null
  }
}
