import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { createLaneInlet } from '@abitly/queue'
import {
  closeRedis,
  createLogger,
  createMetrics,
  createRedis,
  readHeartbeats,
  systemClock,
} from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createBotApi, createLimiter } from '@abitly/telegram'
import type { BotApi } from '@abitly/telegram'
import { createTestRedis } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadAlertTexts } from './alert-texts.ts'
import { createAlerts } from './alerts.ts'
import type { Alerts } from './alerts.ts'
import { reportDeadLetters } from './report-dead-letters.ts'
import { watchPlatform } from './watch-platform.ts'
import { watchScheduler } from './watch-scheduler.ts'
import type { SchedulerWatch } from './watch-scheduler.ts'
import { createWebhookGauges, watchWebhook } from './watch-webhook.ts'

const BEATS = '{abitly}:heartbeats'
const token = ['123456', 'A'.repeat(35)].join(':')
const logger = createLogger({ service: 'test', level: 'silent' })
const i18n = loadAlertTexts()
const WANTED = 'https://bot.example.org/telegram/webhook'

let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis
let telegram: Server
/** What arrived at Telegram, in order. */
const messages: { chat_id: number; text: string; parse_mode: string }[] = []
/** What Telegram says of the webhook; null: 503. */
let webhook: object | null = null
let api: BotApi
let alerts: Alerts
const watches: SchedulerWatch[] = []

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  telegram = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const asksWebhook = request.url?.endsWith('getWebhookInfo') === true
      if (!asksWebhook) messages.push(JSON.parse(body) as (typeof messages)[number])
      const result = asksWebhook ? webhook : { message_id: messages.length }
      const answer =
        result === null ? { ok: false, error_code: 503, description: 'away' } : { ok: true, result }
      response.writeHead(result === null ? 503 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => telegram.listen(0, '127.0.0.1', resolve))
})
beforeEach(async () => {
  messages.length = 0
  await redis.flushall()
  const limits = { bulkPerSecond: 30, repliesPerSecond: 200, chatIntervalMs: 0, groupPerMinute: 20 }
  const limiter = createLimiter(redis, { ...limits, token })
  const apiRoot = `http://127.0.0.1:${(telegram.address() as AddressInfo).port}`
  api = createBotApi({ token, apiRoot, limiter, lane: 'reply' })
  alerts = createAlerts({
    ...{ redis, api, adminIds: new Set([11n, 12n]), i18n, logger, clock: systemClock },
    ...{ languageOf: async () => 'en' as const, timing: { sendingMs: 120_000, calmMs: 0 } },
  })
})
afterEach(() => Promise.all(watches.splice(0).map((watch) => watch.close())))
afterAll(async () => {
  await new Promise<unknown>((resolve) => {
    telegram.close(resolve)
  })
  await closeRedis(redis)
  await server.stop()
})

/** A fleet, by seconds since each process was heard. In one step: who looks meanwhile must not see half of it. */
async function heard(ages: Record<string, number>): Promise<void> {
  const { now } = await readHeartbeats(redis)
  const step = redis.multi().set(`${BEATS}:since`, now - 10_000)
  for (const [name, age] of Object.entries(ages)) {
    step.zadd(BEATS, now - age, name)
    step.zadd(`${BEATS}:services`, 'GT', now - age, name.split(':')[0] ?? '')
  }
  await step.exec()
}
const WELL = { 'ingress:ingress-1': 1, 'worker:worker-1': 1, 'scheduler:scheduler-1': 1 }
const texts = () =>
  messages.map(({ text }) => text.replace(/[\u00A0\u2060]/g, (sign) => (sign === '\u00A0' ? ' ' : '')))

describe('the platform', () => {
  const look = () => watchPlatform({ redis, alerts })

  it('that is well is no news', async () => {
    await heard(WELL)
    expect(await look()).toEqual({ conditions: 0, told: 0 })
    expect(messages).toEqual([])
  })

  it('is told with each of its troubles, to every admin, and again when they are over', async () => {
    await heard({ ...WELL, 'worker:worker-2': 400 })
    const inlet = createLaneInlet(redis, { maxDepth: 10 })
    await inlet.accept({ update_id: 1, message: { chat: { id: 5 } } }, '{"update_id":1}')
    await redis.zadd('{abitly}:mb', Date.now() - 90_000, '5')
    expect(await look()).toEqual({ conditions: 2, told: 4 })
    const all = texts().join('\n')
    expect(all).toMatch(/worker-2 silent for 6 min 4/)
    expect(all).toMatch(/The oldest message has waited 1 min (29|3\d) s/)
    expect(messages.every(({ parse_mode }) => parse_mode === 'HTML')).toBe(true)

    await heard({ 'worker:worker-2': 1 })
    await redis.del('{abitly}:mb', '{abitly}:mb:5')
    expect(await look()).toEqual({ conditions: 0, told: 4 })
    expect(texts().filter((text) => text.startsWith('🟢'))).toHaveLength(4)
    await inlet.close()
  })

  it('does not call a process well that was struck off', async () => {
    await heard({ ...WELL, 'worker:worker-2': 400 })
    await look()
    await redis.zrem(BEATS, 'worker:worker-2')
    await look()
    expect(texts().at(-1)).toContain('worker-2 is expected no more')
  })
})

describe('dead letters', () => {
  const report = (dead: string[]) =>
    reportDeadLetters({ alerts, countDead: async () => dead.length, deadErrors: async () => dead })

  it('are told of with their reasons, once, and again when none is left', async () => {
    expect(await report(['UPDATE_TOO_SLOW: x'])).toEqual({ conditions: 1, told: 2, letters: 1 })
    expect(texts().join('\n')).toContain('<code>UPDATE_TOO_SLOW</code> × 1')
    expect(await report(['UPDATE_TOO_SLOW: x', 'A_CODE: y'])).toEqual({ conditions: 1, told: 0, letters: 2 })
    expect(await report([])).toEqual({ conditions: 0, told: 2, letters: 0 })
  })

  it('neither begin nor end while they cannot be counted', async () => {
    await report(['A_CODE: x'])
    const away = { alerts, countDead: () => Promise.reject(new Error('away')), deadErrors: async () => [] }
    await expect(reportDeadLetters(away)).rejects.toThrow('away')
    expect(await redis.get('bot_alert_sent:dead-letters')).toBe('sent')
  })
})

describe('the webhook', () => {
  const look = (metrics = createMetrics('test', systemClock)) =>
    watchWebhook({ api, alerts, gauges: createWebhookGauges(metrics), wantedUrl: WANTED })

  it('that fails is told, and shown in the metrics', async () => {
    const at = Math.floor(Date.now() / 1_000)
    webhook = {
      url: WANTED,
      pending_update_count: 7,
      last_error_date: at,
      last_error_message: '503',
      extra: 1,
    }
    const metrics = createMetrics('test', systemClock)
    expect(await look(metrics)).toEqual({ conditions: 1, told: 2, pending: 7 })
    const page = (await metrics.expose()).text
    expect(page).toContain('bot_webhook_pending_updates{service="test"} 7')
    expect(page).toContain(`bot_webhook_last_error_timestamp{service="test"} ${at}`)
    webhook = { url: WANTED, pending_update_count: 0 }
    expect(await look()).toEqual({ conditions: 0, told: 2, pending: 0 })
  })

  it('is shown by nobody who has not asked', async () => {
    const metrics = createMetrics('test', systemClock)
    createWebhookGauges(metrics)
    expect((await metrics.expose()).text).not.toMatch(/^bot_webhook/m)
  })

  it('is as it was known while Telegram does not answer', async () => {
    webhook = { url: '', pending_update_count: 0 }
    await look()
    webhook = null
    await expect(look()).rejects.toMatchObject({ code: 'TELEGRAM_UNREACHABLE' })
    expect(await redis.get('bot_alert_sent:webhook')).toBe('sent')
  })
})

describe('the scheduler', () => {
  const watch = () => watches.push(watchScheduler({ redis, alerts, logger, everyMs: 20 }))

  it('is missed by many workers, who tell once, and say nothing of what is not theirs to say', async () => {
    await heard({ ...WELL, 'scheduler:scheduler-1': 400, 'worker:worker-2': 400 })
    for (let worker = 0; worker < 5; worker += 1) watch()
    await expect.poll(() => redis.get('bot_alert_sent:role:scheduler')).toBe('sent')
    await heard({ 'scheduler:scheduler-1': 0 })
    await expect.poll(() => messages.length).toBe(4)
    expect(texts().map((text) => text.slice(0, 20))).toEqual([
      ...['🔴 <b>Role scheduler', '🔴 <b>Role scheduler', '🟢 <b>Role scheduler', '🟢 <b>Role scheduler'],
    ])
  })

  it('is looked after again once Redis is back', async () => {
    watch()
    await server.kill()
    await server.restart()
    await heard({ ...WELL, 'scheduler:scheduler-1': 400 })
    await expect.poll(() => messages.length, { timeout: 15_000 }).toBe(2)
  })
})
