import type { DeliveryState, Repositories, ScheduleRun } from '@abitly/database'
import { TASK_NAMES, TIMETABLE, nextSlot } from '@abitly/schedule'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { healthView } from './health-view.ts'
import type { TaskState } from './health-view.ts'

/** Admission runs by Kyiv time, and so do the schedule and whoever reads of it. */
const ZONE = 'Europe/Kyiv'
/** The last runs of this task tell how many updates wait at Telegram. */
const WEBHOOK_TASK = 'webhook-watch'

/** How the platform does, and what recurs: the last outcomes and the next slots. */
export async function showHealth({ repos, tr, now, admin }: AdminVisit): Promise<Step> {
  const platform = await admin.lookAtPlatform()
  const last = await repos.schedule.last(TASK_NAMES)
  const tasks: TaskState[] = []
  for (const name of TASK_NAMES) {
    const run = last.find(({ task }) => task === name) ?? null
    const next = nextSlot(TIMETABLE[name].cadence, ZONE, now)
    tasks.push({ name, next, run, tally: await tallyOf(run, repos) })
  }
  const webhook = last.find(({ task }) => task === WEBHOOK_TASK)?.counts?.['pending'] ?? null
  const deadLetters = await repos.processedUpdates.countDead()
  return { view: healthView(tr, { platform, tasks, webhook, deadLetters, now }), previousMessageId: null }
}

/** What became of the messages of a run that began a campaign. */
async function tallyOf(
  run: ScheduleRun | null,
  { campaigns, deliveries }: Pick<Repositories, 'campaigns' | 'deliveries'>,
): Promise<Record<DeliveryState, number> | null> {
  const number = run?.counts?.['campaign']
  if (number === undefined) return null
  const campaign = await campaigns.findByNumber(number)
  return campaign === null ? null : await deliveries.tally(campaign.id)
}
