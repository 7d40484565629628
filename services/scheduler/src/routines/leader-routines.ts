import type { LaneInlet } from '@abitly/queue'
import type { Logger, Redis } from '@abitly/runtime'
import type { Routine, TasksOf } from '@abitly/schedule'
import { reportDeadLetters, watchPlatform, watchWebhook } from '@abitly/watchdog'
import type { Alerts, DeadLetterReport, WebhookWatch } from '@abitly/watchdog'
import { mailboxSweep } from './mailbox-sweep.ts'

export interface LeaderRoutineDependencies {
  redis: Redis
  inlet: Pick<LaneInlet, 'wake'>
  logger: Logger
  alerts: Alerts
  /** Null: there is no webhook to watch. */
  webhook: Omit<WebhookWatch, 'alerts'> | null
  deadLetters: Omit<DeadLetterReport, 'alerts'>
}

/** What the elected scheduler does itself: one routine for each task of the timetable that runs in the leader. */
export function leaderRoutines(
  deps: LeaderRoutineDependencies,
): Readonly<Record<TasksOf<'leader'>, Routine>> {
  const { redis, alerts, webhook, deadLetters } = deps
  return {
    'mailbox-sweep': mailboxSweep(deps),
    'platform-watch': () => watchPlatform({ redis, alerts }),
    'webhook-watch': () => (webhook === null ? Promise.resolve({}) : watchWebhook({ ...webhook, alerts })),
    'dead-letter-report': () => reportDeadLetters({ ...deadLetters, alerts }),
  }
}
