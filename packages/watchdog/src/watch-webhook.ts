import { systemClock } from '@abitly/runtime'
import type { Metrics } from '@abitly/runtime'
import { asFault } from '@abitly/telegram'
import type { BotApi } from '@abitly/telegram'
import type { Alerts } from './alerts.ts'
import { judgeWebhook, webhookInfoSchema } from './judge-webhook.ts'
import type { WebhookInfo } from './judge-webhook.ts'

/** Shows what Telegram said last. */
export interface WebhookGauges {
  show(info: WebhookInfo): void
}

/** Only the leader asks Telegram: what a former leader knows is no answer any more. */
const STALE_MS = 180_000

export function createWebhookGauges(metrics: Pick<Metrics, 'gauge'>): WebhookGauges {
  let last: { info: WebhookInfo; at: number } | null = null
  const show = (name: string, help: string, value: (info: WebhookInfo) => number): void => {
    metrics.gauge(name, help, [], (gauge) => {
      if (last === null || performance.now() - last.at > STALE_MS) gauge.remove()
      else gauge.set(value(last.info))
    })
  }
  show('bot_webhook_pending_updates', 'Updates that wait at Telegram', (info) => info.pending_update_count)
  show(
    'bot_webhook_last_error_timestamp',
    'UNIX time of the last failed delivery; 0: none known',
    (info) => info.last_error_date ?? 0,
  )
  return {
    show: (info) => {
      last = { info, at: performance.now() }
    },
  }
}

export interface WebhookWatch {
  api: Pick<BotApi, 'call'>
  alerts: Alerts
  gauges: WebhookGauges
  /** Where Telegram should post to, as it was registered. */
  wantedUrl: string
}

/**
 * One look at the webhook, as Telegram sees it.
 * @returns counts for the record of the run
 * @throws Fault when Telegram does not answer; what it thinks of the webhook stays as it was known
 */
export async function watchWebhook({
  api,
  alerts,
  gauges,
  wantedUrl,
}: WebhookWatch): Promise<Record<string, number>> {
  const outcome = await api.call('getWebhookInfo', {})
  if (outcome.kind !== 'sent') throw asFault('getWebhookInfo', outcome)
  const info = webhookInfoSchema.parse(outcome.result)
  gauges.show(info)
  const settled = await alerts.settle(judgeWebhook(info, wantedUrl, systemClock.now()))
  return { ...settled, pending: info.pending_update_count }
}
