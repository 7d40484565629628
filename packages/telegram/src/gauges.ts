import type { Metrics } from '@abitly/runtime'
import type { Limiter } from './limiter.ts'

/** Shows what stops the fleet from sending; every process shows the same, as Redis knows it. */
export function registerSendGauges(metrics: Metrics, limiter: Pick<Limiter, 'pauses' | 'revoked'>): void {
  metrics.gauge(
    'bot_send_pause_seconds',
    'Time left of the pauses Telegram asked for',
    ['scope'],
    async (gauge) => {
      const { all, bulk } = await limiter.pauses()
      gauge.set({ scope: 'all' }, all / 1_000)
      gauge.set({ scope: 'bulk' }, bulk / 1_000)
    },
  )
  metrics.gauge('bot_token_revoked', '1 while Telegram refuses the token of the bot', [], async (gauge) => {
    gauge.set((await limiter.revoked()) ? 1 : 0)
  })
}
