import type { Routine, TasksOf } from '@abitly/schedule'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import { accountEventsSweep } from './account-events-sweep.ts'
import { campaignSweep } from './campaign-sweep.ts'
import { ledgerPrune } from './ledger-prune.ts'
import { offerDigest } from './offer-digest.ts'
import { openDayReminders } from './open-day-reminders.ts'
import { retention } from './retention.ts'

export type RoutineDependencies = Pick<CampaignDependencies, 'database' | 'producer' | 'clock' | 'logger'> & {
  /** Whose calendar and clocks the schedule goes by. */
  timeZone: string
}

/** What workers do of the timetable: one routine for each task that runs in a worker. */
export function workerRoutines(deps: RoutineDependencies): Readonly<Record<TasksOf<'worker'>, Routine>> {
  const { database, producer, clock } = deps
  const { repositories } = database
  return {
    'open-day-reminders': openDayReminders(deps),
    'offer-digest': offerDigest(deps),
    'campaign-sweep': campaignSweep(deps),
    'account-events-sweep': accountEventsSweep(producer),
    retention: retention({ repositories, clock }),
    'ledger-prune': ledgerPrune({ schedule: repositories.schedule, clock }),
  }
}
