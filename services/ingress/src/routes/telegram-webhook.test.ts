import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { createLogger, createMetrics, systemClock } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errorAnswers } from '../plugins/errors.ts'
import { requestMetrics } from '../plugins/request-metrics.ts'
import { telegramWebhook } from './telegram-webhook.ts'

const SECRET = 'correct-horse_battery-staple'
const PATH = '/telegram/webhook'
const UPDATE = { update_id: 7, message: { message_id: 1, chat: { id: 42 }, text: 'їжак' } }
const MIB = 1_048_576

let app: FastifyInstance
let page: () => Promise<string>
const accept = vi.fn<(update: unknown, json: string) => Promise<'stored' | 'duplicate' | 'full'>>()
const keepUnreadable = vi.fn<(reason: string, body: Buffer) => Promise<void>>()
const full = vi.fn<() => boolean>()

beforeEach(() => {
  accept.mockReset().mockResolvedValue('stored')
  keepUnreadable.mockReset().mockResolvedValue(undefined)
  full.mockReset().mockReturnValue(false)
  const registry = createMetrics('ingress', systemClock)
  page = async () => (await registry.expose()).text
  const metrics = {
    registry,
    expose: () => registry.expose(),
    httpRequests: registry.counter('bot_http_requests_total', 'HTTP requests', ['route', 'status']),
    authFailures: registry.counter('bot_auth_failures_total', 'Refused', ['route', 'status']),
    webhookUpdates: registry.counter('bot_webhook_updates_total', 'Updates', ['result']),
  }
  app = fastify({ logger: false })
  errorAnswers(app)
  requestMetrics(app, metrics)
  const logger = createLogger({ service: 'test', level: 'silent' })
  telegramWebhook(app, {
    path: PATH,
    secret: SECRET,
    inlet: { accept },
    keepUnreadable,
    memory: { full },
    metrics,
    logger,
  })
})
afterEach(() => app.close())

/** Posts as Telegram does, unless told otherwise. */
function post(payload: string | Buffer | undefined, headers: Record<string, string | undefined> = {}) {
  const all: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': SECRET,
    ...headers,
  }
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return app.inject({
    method: 'POST',
    url: PATH,
    headers: Object.fromEntries(sent),
    ...(payload === undefined ? {} : { payload }),
  })
}

describe('an update', () => {
  it('is acknowledged once it is stored, with its text as it came', async () => {
    const json = ` ${JSON.stringify(UPDATE)}\n`
    const response = await post(json)
    expect(response.statusCode).toBe(200)
    expect(response.body).toBe('')
    expect(accept).toHaveBeenCalledExactlyOnceWith(UPDATE, json)
    expect(await page()).toContain('bot_webhook_updates_total{result="stored",service="ingress"} 1')
  })

  it.each(['duplicate', 'full'] as const)(
    'that turns out as "%s" is acknowledged and counted',
    async (result) => {
      accept.mockResolvedValue(result)
      expect((await post(JSON.stringify(UPDATE))).statusCode).toBe(200)
      expect(await page()).toContain(`bot_webhook_updates_total{result="${result}",service="ingress"} 1`)
    },
  )

  it('is not acknowledged before it is stored', async () => {
    let store: () => void = () => undefined
    accept.mockReturnValue(new Promise((resolve) => (store = () => resolve('stored'))))
    let answered = false
    const response = post(JSON.stringify(UPDATE)).then((answer) => {
      answered = true
      return answer
    })
    await vi.waitFor(() => expect(accept).toHaveBeenCalled())
    expect(answered).toBe(false)
    store()
    expect((await response).statusCode).toBe(200)
  })

  it('that cannot be stored is asked for again', async () => {
    accept.mockRejectedValue(new Error('connect ECONNREFUSED'))
    const response = await post(JSON.stringify(UPDATE))
    expect(response.statusCode).toBe(503)
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    expect(response.json()).toEqual({
      error: { code: 'QUEUE_UNREACHABLE', message: 'The update could not be stored' },
    })
  })

  it('keeps fields that we do not know: updates grow', async () => {
    const update = { update_id: 1, something_new: { chat: { id: 3 }, deep: [{ er: true }] } }
    await post(JSON.stringify(update))
    expect(accept).toHaveBeenCalledWith(update, JSON.stringify(update))
  })

  it('may have the id 0, and one beyond 32 bits', async () => {
    for (const update_id of [0, Number.MAX_SAFE_INTEGER]) await post(JSON.stringify({ update_id }))
    expect(accept).toHaveBeenCalledTimes(2)
  })

  it('of exactly 1 MiB is read', async () => {
    const empty = JSON.stringify({ update_id: 1, text: '' })
    const json = JSON.stringify({ update_id: 1, text: 'x'.repeat(MIB - empty.length) })
    expect(Buffer.byteLength(json)).toBe(MIB)
    await post(json)
    expect(accept).toHaveBeenCalledOnce()
  })
})

describe('whatever the sender calls the body', () => {
  it.each([
    undefined,
    'text/plain',
    'application/json; charset=utf-8',
    'application/x-www-form-urlencoded',
    'nonsense',
    ';',
    'multipart/form-data',
  ])('it is read: content type %j', async (type) => {
    expect((await post(JSON.stringify(UPDATE), { 'content-type': type })).statusCode).toBe(200)
    expect(accept).toHaveBeenCalledOnce()
  })
})

describe('an authentic body that is no update', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

  it.each<[string, string | Buffer | undefined]>([
    ['nothing at all', undefined],
    ['an empty body', ''],
    ['no JSON', '{"update_id": 7'],
    ['a page', '<html><body>Bad Gateway</body></html>'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x01])],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"update_id"'],
    ['a list', '[{"update_id":7}]'],
    ['an object without update_id', '{"message":{"chat":{"id":42}}}'],
    ['an update_id that is a text', '{"update_id":"7"}'],
    ['an update_id that is null', '{"update_id":null}'],
    ['an update_id that is an object', '{"update_id":{}}'],
    ['a negative update_id', '{"update_id":-1}'],
    ['a fractional update_id', '{"update_id":7.5}'],
    ['an update_id beyond exact numbers', '{"update_id":9007199254740993}'],
    ['an infinite update_id', '{"update_id":1e999}'],
    ['a list nested very deep', deep(100_000)],
    ['an update nested deeper than anything of Telegram', `{"update_id":7,"message":${deep(5_000)}}`],
  ])('is acknowledged, counted and kept: %s', async (_what, payload) => {
    const response = await post(payload)
    expect(response.statusCode).toBe(200)
    expect(accept).not.toHaveBeenCalled()
    expect(keepUnreadable).toHaveBeenCalledExactlyOnceWith('not an update', Buffer.from(payload ?? ''))
    expect(await page()).toContain('bot_webhook_updates_total{result="unreadable",service="ingress"} 1')
  })

  it.each(['text/plain', 'nonsense', undefined])('is so under the content type %j too', async (type) => {
    expect((await post('no json', { 'content-type': type })).statusCode).toBe(200)
    expect(keepUnreadable).toHaveBeenCalledOnce()
  })

  it('of over 1 MiB is acknowledged and only its beginning is held', async () => {
    const response = await post(JSON.stringify({ update_id: 1, text: 'x'.repeat(3 * MIB) }))
    expect(response.statusCode).toBe(200)
    expect(accept).not.toHaveBeenCalled()
    const [reason, body] = keepUnreadable.mock.calls[0] ?? []
    expect(reason).toBe('over 1 MiB')
    expect(body?.length).toBeLessThanOrEqual(MIB)
  })

  it('is asked for again when it cannot be kept', async () => {
    keepUnreadable.mockRejectedValue(new Error('connect ECONNREFUSED'))
    expect((await post('no json')).statusCode).toBe(503)
  })
})

describe('a stranger', () => {
  it.each([
    undefined,
    '',
    'wrong',
    SECRET.slice(0, -1),
    `${SECRET}x`,
    SECRET.toUpperCase(),
    `${SECRET}, ${SECRET}`,
  ])('with the secret %j is refused and counted', async (secret) => {
    const response = await post(JSON.stringify(UPDATE), { 'x-telegram-bot-api-secret-token': secret })
    expect(response.statusCode).toBe(401)
    expect(response.json()).toEqual({
      error: { code: 'UNAUTHORIZED', message: 'Wrong or missing secret token' },
    })
    expect(accept).not.toHaveBeenCalled()
    expect(keepUnreadable).not.toHaveBeenCalled()
    expect(await page()).toContain(
      `bot_auth_failures_total{route="${PATH}",status="401",service="ingress"} 1`,
    )
  })

  it('learns nothing of how full we are', async () => {
    full.mockReturnValue(true)
    const response = await post('{}', { 'x-telegram-bot-api-secret-token': 'wrong' })
    expect(response.statusCode).toBe(401)
  })

  it('finds no other way in', async () => {
    const headers = { 'x-telegram-bot-api-secret-token': SECRET }
    for (const method of ['GET', 'PUT', 'DELETE'] as const)
      expect((await app.inject({ method, url: PATH, headers })).statusCode).toBe(404)
    expect((await app.inject({ method: 'POST', url: `${PATH}/x`, headers })).statusCode).toBe(404)
  })
})

describe('before the body is read', () => {
  /** Sends the head of a request that announces a body, but no body; the answer must come all the same. */
  async function statusWithoutBody(secret: string): Promise<number | undefined> {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const headers = { 'x-telegram-bot-api-secret-token': secret, 'content-length': '500000' }
    const client = request({ port, host: '127.0.0.1', path: PATH, method: 'POST', headers })
    client.on('error', () => undefined)
    client.flushHeaders()
    const [response] = (await once(client, 'response')) as [{ statusCode?: number }]
    client.destroy()
    return response.statusCode
  }

  it('a stranger is refused', async () => expect(await statusWithoutBody('wrong')).toBe(401))

  it('a full Redis is told of', async () => {
    full.mockReturnValue(true)
    expect(await statusWithoutBody(SECRET)).toBe(503)
  })
})

describe('while Redis is too full', () => {
  it('updates are asked for later, and none is touched', async () => {
    full.mockReturnValue(true)
    const response = await post(JSON.stringify(UPDATE))
    expect(response.statusCode).toBe(503)
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    expect(response.json()).toEqual({ error: { code: 'QUEUE_FULL', message: 'The queue is full' } })
    expect(accept).not.toHaveBeenCalled()
  })
})
