import { createMetrics, systemClock } from '@abitly/runtime'
import { expect, it } from 'vitest'
import { registerSendGauges } from './gauges.ts'

it('shows what stops the fleet from sending', async () => {
  const metrics = createMetrics('worker', systemClock)
  registerSendGauges(metrics, {
    pauses: () => Promise.resolve({ all: 0, bulk: 12_500 }),
    revoked: () => Promise.resolve(true),
  })
  const { text } = await metrics.expose()
  expect(text).toContain('bot_send_pause_seconds{scope="all",service="worker"} 0')
  expect(text).toContain('bot_send_pause_seconds{scope="bulk",service="worker"} 12.5')
  expect(text).toContain('bot_token_revoked{service="worker"} 1')
})
