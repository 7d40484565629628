import type { Campaign, Database } from '@abitly/database'
import { campaignPlan } from '@abitly/queue'
import type { Producer } from '@abitly/queue'
import type { Clock } from '@abitly/runtime'
import type { Routine } from '@abitly/schedule'
import { startReminders } from '../use-cases/reminder/start-reminders.ts'
import { doOnce } from './do-once.ts'

export interface ReminderDependencies {
  database: Database
  producer: Pick<Producer, 'enqueue'>
  clock: Clock
  timeZone: string
}

/** Begins the reminders of a day. The campaign and the end of the run commit together: nobody is reminded twice. */
export function openDayReminders({ database, producer, clock, timeZone }: ReminderDependencies): Routine {
  return async ({ slot }) => {
    const now = clock.now()
    const begun: { campaign: Campaign | null } = { campaign: null }
    const isOurs = await doOnce(database, { task: 'open-day-reminders', slot }, now, async (repositories) => {
      const { campaign, counts } = await startReminders(repositories, { slot, timeZone, now })
      begun.campaign = campaign
      return campaign === null ? counts : { ...counts, campaign: campaign.number }
    })
    // Lost with this process, the sweep enqueues it anew.
    if (isOurs && begun.campaign !== null) {
      await producer.enqueue(campaignPlan, { campaignId: begun.campaign.id })
    }
    return null
  }
}
