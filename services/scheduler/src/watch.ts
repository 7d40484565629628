import type { Database } from '@abitly/database'
import type { Clock, Logger, Metrics, Redis } from '@abitly/runtime'
import { createBotApi, createLimiter, registerSendGauges } from '@abitly/telegram'
import { createAlerts, createWebhookGauges, loadAlertTexts } from '@abitly/watchdog'
import type { SchedulerConfig } from './config.ts'
import type { LeaderRoutineDependencies } from './routines/leader-routines.ts'

/** Dead letters whose reasons are looked at. */
const LETTERS = 200

/** What the watch needs: a way to Telegram of its own, because the workers may be what is dead. */
export function openWatch(
  { bot, sending, webhook }: SchedulerConfig,
  deps: { redis: Redis; database: Database; metrics: Metrics; clock: Clock; logger: Logger },
): Pick<LeaderRoutineDependencies, 'alerts' | 'webhook' | 'deadLetters'> {
  const { redis, database, metrics, clock, logger } = deps
  const { students, processedUpdates } = database.repositories
  const limiter = createLimiter(redis, { ...sending, token: bot.token })
  registerSendGauges(metrics, limiter)
  const api = createBotApi({ ...bot, limiter, lane: 'reply' })
  const gauges = createWebhookGauges(metrics)
  return {
    alerts: createAlerts({
      ...{ redis, api, adminIds: bot.adminIds, i18n: loadAlertTexts(), logger, clock },
      languageOf: async (admin) => (await students.people([admin]))[0]?.language ?? 'uk',
    }),
    webhook: webhook.url === null ? null : { api, gauges, wantedUrl: webhook.url },
    deadLetters: {
      countDead: () => processedUpdates.countDead(),
      deadErrors: async () => (await processedUpdates.dead(LETTERS)).map(({ error }) => error),
    },
  }
}
