import type { HandledJob } from '@abitly/queue'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import type { ContentViews } from '../campaigns/content-call.ts'
import { digestView } from '../use-cases/digest/digest-view.ts'
import { openDayUpdateView } from '../use-cases/open-day-update/open-day-update-view.ts'
import { reminderView } from '../use-cases/reminder/reminder-view.ts'
import { handleCampaignPlan } from './campaign-plan.ts'
import { handleCampaignShowProgress } from './campaign-show-progress.ts'
import { handleCampaignWake } from './campaign-wake.ts'
import { handleDeliverySendChunk } from './delivery-send-chunk.ts'

/** What the jobs of this service need. */
export type CampaignHandlerDependencies = Omit<CampaignDependencies, keyof ContentViews>

/**
 * Every job of campaigns with its handler. Once per process: its chunks share the places for sends in flight.
 * A consumer takes those of its queue.
 */
export function createCampaignHandlers(deps: CampaignHandlerDependencies): HandledJob[] {
  const { i18n, clock } = deps
  const all: CampaignDependencies = {
    ...deps,
    openDayView: (language, events) => openDayUpdateView(i18n[language], events, clock.now()),
    reminderView: (language, reminders) => reminderView(i18n[language], reminders, clock.now()),
    digestView: (language, changes) => digestView(i18n[language], changes, clock.now()),
  }
  return [
    handleCampaignPlan(all),
    handleCampaignWake(all),
    handleDeliverySendChunk(all),
    handleCampaignShowProgress(all),
  ]
}
