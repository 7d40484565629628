import type { BotApi, SendOutcome } from '@abitly/telegram'
import { closeRedis, createLogger, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { commandLists } from './commands.ts'
import { registerBot } from './register.ts'
import type { Registration } from './register.ts'

const WANTED = { url: 'https://bot.example/telegram/webhook', secret: 'abc' }
const SENT: SendOutcome = { kind: 'sent', result: true }
const logger = createLogger({ service: 'test', level: 'silent' })
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})
beforeEach(() => redis.flushall())

/** A Telegram that answers as told and remembers what it was asked. */
function telegram(answer: (method: string) => SendOutcome | Promise<SendOutcome> = () => SENT) {
  const calls: { method: string; payload: Readonly<Record<string, unknown>> }[] = []
  const api: BotApi = {
    async call(method, payload) {
      calls.push({ method, payload })
      return await answer(method)
    },
    getMe: () => Promise.reject(new Error('nobody asks')),
  }
  const methods = () => calls.map(({ method }) => method)
  return { api, calls, methods }
}

const running = () => new AbortController()
const register = (api: BotApi, stopping = running().signal, wanted: Registration = WANTED) =>
  registerBot(wanted, { api, redis, logger, stopping })
const ONE_ROUND = ['setWebhook', ...commandLists().map(() => 'setMyCommands')]

describe('registerBot', () => {
  it('tells Telegram where to post, with which secret and what', async () => {
    const { api, calls, methods } = telegram()
    await register(api)
    expect(methods()).toEqual(ONE_ROUND)
    expect(calls[0]?.payload).toEqual({
      url: WANTED.url,
      secret_token: 'abc',
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
      max_connections: 40,
    })
  })

  it('never drops updates that wait at Telegram', async () => {
    const { api, calls } = telegram()
    await register(api)
    expect(calls[0]?.payload).not.toHaveProperty('drop_pending_updates')
  })

  it('is done once by replicas that start together', async () => {
    const { api, methods } = telegram()
    await Promise.all([register(api), register(api), register(api)])
    expect(methods()).toEqual(ONE_ROUND)
  })

  it('registers the commands alone where updates are fetched, and the webhook again after that', async () => {
    const { api, methods } = telegram()
    await register(api)
    await register(api, running().signal, null)
    await register(api)
    expect(methods()).toEqual([...ONE_ROUND, ...ONE_ROUND.slice(1), ...ONE_ROUND])
  })

  it('is done anew for another address or secret', async () => {
    const { api, methods } = telegram()
    await register(api)
    await register(api, running().signal, { ...WANTED, secret: 'new' })
    await register(api, running().signal, { ...WANTED, url: 'https://other.example/' })
    expect(methods()).toEqual([...ONE_ROUND, ...ONE_ROUND, ...ONE_ROUND])
  })

  it('is done anew when a replica goes back to what was registered before', async () => {
    const { api, methods } = telegram()
    await register(api)
    await register(api, running().signal, { ...WANTED, url: 'https://other.example/' })
    await register(api)
    expect(methods()).toEqual([...ONE_ROUND, ...ONE_ROUND, ...ONE_ROUND])
  })

  it('is tried until Telegram is there', async () => {
    let away = 2
    const { api, methods } = telegram(() =>
      (away -= 1) >= 0 ? { kind: 'unreachable', reason: 'ECONNREFUSED' } : SENT,
    )
    await register(api)
    expect(methods()).toEqual(['setWebhook', 'setWebhook', ...ONE_ROUND])
  })

  it('leaves the lock to whoever took it meanwhile', async () => {
    const { api } = telegram(async () => {
      await redis.set('{abitly}:registration:lock', 'somebody else')
      return SENT
    })
    await register(api)
    expect(await redis.get('{abitly}:registration:lock')).toBe('somebody else')
  })

  it('ends when the service stops', async () => {
    const stopper = running()
    const { api, methods } = telegram(() => ({ kind: 'unreachable', reason: 'ECONNREFUSED' }))
    const over = register(api, stopper.signal)
    await vi.waitFor(() => expect(methods()).toContain('setWebhook'))
    stopper.abort()
    await over
  })

  it('keeps no secret in Redis', async () => {
    const { api } = telegram()
    await register(api, running().signal, { ...WANTED, secret: 'hunter2hunter2' })
    const keys = await redis.keys('*')
    const values = await Promise.all(keys.map((key) => redis.get(key)))
    expect([...keys, ...values].join()).not.toContain('hunter2')
  })
})
