import { expect, it } from 'vitest'
import { screen } from './screen.ts'
import type { StackFile } from './stack-file.ts'

const stack: StackFile = {
  ingressUrl: 'http://127.0.0.1:3000',
  webhookUrl: 'http://127.0.0.1:3000/telegram/webhook',
  webhookSecret: 'hush-1',
  simulatorUrl: 'http://127.0.0.1:4000',
  databaseUrl: 'postgresql://postgres@127.0.0.1:15432/abitly',
  redisUrl: 'redis://127.0.0.1:16379/0',
  botToken: 'hush-2',
  adminIds: [9001],
  apiSecret: 'hush-3',
  processes: [{ service: 'worker', index: 1, pid: 7, metricsUrl: 'http://127.0.0.1:15001/metrics' }],
}

it('shows what to open first, first, and no secret', () => {
  const text = screen(stack, '.run', 6.24)
  expect(text.split('\n').slice(0, 5)).toEqual([
    '',
    '  abitly-bot is running (started in 6.2 s)',
    '',
    '  Chat with the bot   http://127.0.0.1:4000',
    '  Health              http://127.0.0.1:3000/ping',
  ])
  expect(text).toContain('http://127.0.0.1:15001/metrics  (worker 1)')
  expect(text).toContain('Ctrl-C')
  expect(text).not.toContain('hush')
})
