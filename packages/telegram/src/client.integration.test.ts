import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBotApi } from './client.ts'
import type { BotApiOptions } from './client.ts'
import { fileUpload } from './file-upload.ts'
import { createLimiter } from './limiter.ts'
import { withClock } from './testing/redis-stand-ins.ts'
import { SENT, startTelegramServer } from './testing/telegram-server.ts'
import type { ServerAnswer, TelegramServer } from './testing/telegram-server.ts'

const token = ['123456', 'A'.repeat(35)].join(':')
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: ReturnType<typeof createRedis>
let telegram: TelegramServer

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})
beforeEach(async () => {
  telegram = await startTelegramServer()
  await redis.flushall()
  await redis.set('{abitly}:lim:birth', '1')
})
afterEach(() => telegram.close())

/** The limiter's clock stands still: on a busy machine, too, nobody comes too late for a slot. */
const clock = { now: 1_000_000_000_000 }

function open(options: Partial<BotApiOptions> = {}) {
  const limiter = createLimiter(withClock(redis, clock), {
    bulkPerSecond: 30,
    repliesPerSecond: 200,
    chatIntervalMs: 0,
    groupPerMinute: 1_000_000,
    token,
  })
  const api = createBotApi({ token, apiRoot: telegram.apiRoot, limiter, lane: 'bulk', ...options })
  return { limiter, api }
}
const methods = () => telegram.calls.map(({ method }) => method)
const HELLO = { chat_id: 7, text: 'hello' }
const FLOOD: ServerAnswer = {
  code: 429,
  description: 'Too Many Requests: retry after 40',
  parameters: { retry_after: 40 },
}
const UNAUTHORIZED: ServerAnswer = { code: 401, description: 'Unauthorized' }

describe('a claim', () => {
  it('runs between the grant and the wire', async () => {
    const { api } = open()
    const seen: unknown[] = []
    const claim = async () => {
      seen.push(await redis.zcard('{abitly}:lim:g:bulk'), methods().length)
      return true
    }
    expect(await api.call('sendMessage', HELLO, { claim })).toMatchObject({ kind: 'sent' })
    expect(seen).toEqual([1, 0])
  })

  it('that says no withdraws the send', async () => {
    const { api } = open()
    const outcome = await api.call('sendMessage', HELLO, { claim: () => Promise.resolve(false) })
    expect(outcome).toEqual({ kind: 'withdrawn' })
    expect(methods()).toEqual([])
  })

  it('is not made for a send that has no place now', async () => {
    const { api, limiter } = open()
    await limiter.refuse('bulk', 7, 40_000)
    const claim = vi.fn(() => Promise.resolve(true))
    expect(await api.call('sendMessage', HELLO, { claim })).toMatchObject({ kind: 'later' })
    expect(claim).not.toHaveBeenCalled()
  })

  it('that throws sends nothing', async () => {
    const { api } = open()
    const claim = () => Promise.reject(new Error('database away'))
    await expect(api.call('sendMessage', HELLO, { claim })).rejects.toThrow('database away')
    expect(methods()).toEqual([])
  })
})

describe('a 429', () => {
  it.each([
    ['bulk', 'bulk'],
    ['reply', 'chat'],
  ] as const)('to %s says that it paused %s', async (lane, paused) => {
    const { api, limiter } = open({ lane })
    telegram.answer(() => FLOOD)
    const outcome = await api.call('sendMessage', HELLO)
    expect(outcome).toEqual({ kind: 'retry-after', retryAfterMs: 40_000, paused })
    expect(await limiter.pauseLeft(lane, 7)).toBeGreaterThan(30_000)
  })

  it('in a second chat says that it paused all, and calls without a slot obey too', async () => {
    const { api } = open({ lane: 'reply' })
    telegram.answer(() => FLOOD)
    await api.call('sendMessage', HELLO)
    expect(await api.call('sendMessage', { ...HELLO, chat_id: 8 })).toMatchObject({ paused: 'all' })
    telegram.calls.length = 0
    const later = await api.call('answerCallbackQuery', { callback_query_id: 'x' })
    expect(later).toMatchObject({ kind: 'later' })
    expect(methods()).toEqual([])
  })
})

describe('a token that Telegram refuses', () => {
  it('stops every call of every process but getMe, whose answer lets them go on', async () => {
    const [bulk, reply] = [open().api, open({ lane: 'reply' }).api]
    telegram.answer(() => UNAUTHORIZED)
    expect(await bulk.call('sendMessage', HELLO)).toEqual({
      kind: 'unreachable',
      code: 401,
      reason: 'Unauthorized',
    })
    const stopped = { kind: 'later', delayMs: 30_000, revoked: true }
    expect(await bulk.call('sendMessage', HELLO)).toEqual(stopped)
    expect(await reply.call('sendMessage', HELLO)).toEqual(stopped)
    expect(await reply.call('sendChatAction', { chat_id: 7, action: 'typing' })).toEqual(stopped)
    expect(methods()).toEqual(['sendMessage'])

    telegram.answer(() => ({ result: { id: 123456, is_bot: true, first_name: 'bot' } }))
    expect(await reply.getMe()).toMatchObject({ id: 123456 })
    expect(await bulk.call('sendMessage', HELLO)).toMatchObject({ kind: 'sent' })
  })

  it('is a fault of its own for a call that has to succeed', async () => {
    telegram.answer(() => UNAUTHORIZED)
    const { api, limiter } = open()
    await expect(api.getMe()).rejects.toMatchObject({ code: 'BOT_TOKEN_REVOKED', environment: true })
    expect(await limiter.revoked()).toBe(true)
  })

  it('does not keep getMe from asking while everything is paused', async () => {
    const { api, limiter } = open()
    await limiter.refuse('reply', 7, 40_000)
    await limiter.refuse('reply', 8, 40_000)
    await api.getMe()
    expect(methods()).toEqual(['getMe'])
  })
})

describe('a paid broadcast', () => {
  const paidOf = async (options: Partial<BotApiOptions>, method: string) => {
    await open(options).api.call(method, { chat_id: 7, text: 'x', from_chat_id: 8, message_id: 1 })
    return telegram.calls.at(-1)?.payload['allow_paid_broadcast']
  }

  it.each(['sendMessage', 'sendPhoto', 'copyMessage'])('marks bulk: %s', async (method) => {
    expect(await paidOf({ paidBroadcast: true }, method)).toBe(true)
  })

  it.each<[string, Partial<BotApiOptions>, string]>([
    ['unless it is asked for', {}, 'sendMessage'],
    ['on replies', { paidBroadcast: true, lane: 'reply' }, 'sendMessage'],
    ['on what cannot be paid', { paidBroadcast: true }, 'forwardMessage'],
    ['on edits', { paidBroadcast: true }, 'editMessageText'],
  ])('leaves no mark %s', async (_when, options, method) => {
    expect(await paidOf(options, method)).toBeUndefined()
  })
})

describe('a group that became a supergroup', () => {
  const [OLD, NEW] = [-5, -1_001_234_567_890]
  const GROUP = { chat_id: OLD, text: 'hello' }
  /** Telegram knows the new id only. */
  const moved = (): void =>
    telegram.answer(({ payload }) =>
      payload['chat_id'] === OLD
        ? { code: 400, description: 'Bad Request: upgraded', parameters: { migrate_to_chat_id: NEW } }
        : SENT,
    )
  function directory() {
    const known = new Map<bigint, bigint>()
    return {
      known,
      current: (chat: bigint) => Promise.resolve(known.get(chat) ?? chat),
      moved: async (from: bigint, to: bigint) => void known.set(from, to),
    }
  }
  const chatsCalled = () => telegram.calls.map(({ payload }) => payload['chat_id'])

  it('is remembered, and the call repeated there with a slot of its own', async () => {
    moved()
    const chats = directory()
    const { api } = open({ chats })
    expect(await api.call('sendMessage', GROUP)).toMatchObject({ kind: 'sent' })
    expect(chatsCalled()).toEqual([OLD, NEW])
    expect([...chats.known]).toEqual([[BigInt(OLD), BigInt(NEW)]])
    expect(await redis.zcard('{abitly}:lim:g:bulk')).toBe(2)
  })

  it('is followed from then on', async () => {
    moved()
    const { api } = open({ chats: directory() })
    await api.call('sendMessage', GROUP)
    telegram.calls.length = 0
    await api.call('sendMessage', GROUP)
    expect(chatsCalled()).toEqual([NEW])
  })

  it('is claimed once, although it is called twice', async () => {
    moved()
    const claim = vi.fn(() => Promise.resolve(true))
    expect(await open({ chats: directory() }).api.call('sendMessage', GROUP, { claim })).toMatchObject({
      kind: 'sent',
    })
    expect(claim).toHaveBeenCalledTimes(1)
  })

  it('that has no place now at its new id counts as unreachable once it is claimed', async () => {
    moved()
    const { api, limiter } = open({ chats: directory() })
    const claim = async () => {
      await limiter.refuse('reply', NEW, 40_000)
      return true
    }
    expect(await api.call('sendMessage', GROUP, { claim })).toMatchObject({ kind: 'unreachable' })
    expect(await api.call('sendMessage', GROUP)).toMatchObject({ kind: 'later' })
  })

  it('that moves twice is not followed without end', async () => {
    telegram.answer(() => ({ code: 400, description: 'x', parameters: { migrate_to_chat_id: NEW } }))
    const outcome = await open({ chats: directory() }).api.call('sendMessage', GROUP)
    expect(outcome).toEqual({ kind: 'migrated', chatId: NEW })
    expect(telegram.calls).toHaveLength(2)
  })

  it('leaves a streamed file to be made again, for the new id', async () => {
    telegram.answer(() => ({ code: 400, description: 'x', parameters: { migrate_to_chat_id: NEW } }))
    const chats = directory()
    const document = fileUpload('report.csv', lines('a'))
    const outcome = await open({ chats }).api.call('sendDocument', { chat_id: OLD, document })
    expect(outcome).toMatchObject({ kind: 'unreachable' })
    expect(chats.known.get(BigInt(OLD))).toBe(BigInt(NEW))
    expect(telegram.calls).toHaveLength(1)
  })

  it('is looked up for no person', async () => {
    const chats = { current: vi.fn(), moved: vi.fn() }
    await open({ chats }).api.call('sendMessage', HELLO)
    expect(chats.current).not.toHaveBeenCalled()
  })

  it('is an outcome where nobody knows about moves', async () => {
    moved()
    expect(await open().api.call('sendMessage', GROUP)).toEqual({ kind: 'migrated', chatId: NEW })
  })
})

async function* lines(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(`${text}\n`)
  await Promise.resolve()
}

describe('an upload', () => {
  it('streams what an iterable yields', async () => {
    const document = fileUpload('campaign-42.csv', lines('position,state', '0,sent'))
    const outcome = await open().api.call('sendDocument', { chat_id: 7, document, caption: '№ 42' })
    expect(outcome).toMatchObject({ kind: 'sent' })
    const { body } = telegram.calls[0]!
    expect(body).toContain('filename=campaign-42.csv')
    expect(body).toContain('position,state\n0,sent\n')
    expect(body).toContain('№ 42')
  })

  it('sends bytes', async () => {
    const photo = fileUpload('chart.png', Buffer.from('PNG'))
    expect(await open().api.call('sendPhoto', { chat_id: 7, photo })).toMatchObject({ kind: 'sent' })
    expect(telegram.calls[0]?.body).toContain('PNG')
  })

  it('that breaks off was not sent, and may pass later', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* lines('position,state')
      throw new Error('database away')
    }
    const outcome = await open().api.call('sendDocument', {
      chat_id: 7,
      document: fileUpload('x.csv', broken()),
    })
    expect(outcome).toEqual({ kind: 'unreachable', reason: 'the file could not be made' })
    expect(telegram.calls).toEqual([])
  })

  it.each(['', 'a b.csv', 'a";x', 'a\r\nb'])('is refused a name that headers cannot hold: %j', (name) => {
    expect(() => fileUpload(name, lines())).toThrow('No name for an upload')
  })
})

it('gives up waiting for an answer when it is told to', async () => {
  const { api } = open()
  const enough = new AbortController()
  telegram.answer(() => {
    enough.abort()
    return SENT
  })
  const outcome = await api.call('getUpdates', { timeout: 10 }, { signal: enough.signal })
  expect(outcome).toMatchObject({ kind: 'unknown' })
})

it('sends nothing when the limiter cannot be asked', async () => {
  const gone = createRedis({ url: server.url, profile: 'producer', name: 'gone' })
  gone.disconnect()
  const limiter = createLimiter(gone, {
    bulkPerSecond: 30,
    repliesPerSecond: 200,
    chatIntervalMs: 0,
    groupPerMinute: 20,
  })
  const { api } = open({ limiter })
  await expect(api.call('sendMessage', HELLO)).rejects.toMatchObject({ code: 'SEND_BUDGET_UNREACHABLE' })
  expect(methods()).toEqual([])
})
