import { createHmac } from 'node:crypto'
import { get } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SimEvent } from '../page-api.ts'
import { TEST_TOKEN, soon, startSimulator } from '../testing.ts'
import type { TestSimulator } from '../testing.ts'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startSimulator({ enforce: false })
})
afterEach(() => simulator.stop())

const post = (path: string, body: object = {}): Promise<unknown> => simulator.sim('POST', path, body)
const read = (path: string): Promise<unknown> => simulator.sim('GET', path)

/** Opens an event stream and collects what it says. */
async function listen(path: string): Promise<{ events: SimEvent[]; ended: Promise<void> }> {
  const events: SimEvent[] = []
  return new Promise((resolve) => {
    get(simulator.url + path, (stream) => {
      const ended = new Promise<void>((end) => stream.on('close', end))
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const [, data] of text.matchAll(/^data: (.*)$/gm))
          events.push(JSON.parse(data ?? '') as SimEvent)
        if (text.includes(': connected')) resolve({ events, ended })
      })
    })
  })
}

describe('events', () => {
  it('tell a page of its own chats and of what concerns everybody', async () => {
    const one = await listen('/sim/events?user=1001')
    const all = await listen('/sim/events')
    await post('/users/1002/start')
    await post('/users/1001/start')
    await post('/faults', { kind: 'html-body' })
    const texts = ({ events }: { events: SimEvent[] }): number[] =>
      events.flatMap((event) => (event.type === 'message' ? [event.message.chatId] : []))
    await soon(() => texts(all)).toEqual([1002, 1001])
    await soon(() => one.events.at(-1)?.type).toBe('faults')
    expect(texts(one)).toEqual([1001])
  })

  it('show each user the commands meant for that user', async () => {
    await post('/users/1001/start')
    const own = await listen('/sim/events?user=1001')
    const commands = [{ command: 'mine', description: 'x' }]
    await simulator.api('setMyCommands', { commands, scope: { type: 'chat', chat_id: 1001 } })
    await soon(() => own.events).toContainEqual(
      expect.objectContaining({ type: 'bot', bot: expect.objectContaining({ commands }) as object }),
    )
  })

  it('end at once when the simulator stops', async () => {
    const { ended } = await listen('/sim/events')
    const began = Date.now()
    await simulator.stop()
    await ended
    expect(Date.now() - began).toBeLessThan(5000)
    simulator = await startSimulator()
  })
})

describe('faults', () => {
  it('can be listed and removed', async () => {
    const fault = (await post('/faults', { kind: 'delay', delayMs: 5, method: 'sendmessage' })) as {
      id: number
    }
    expect(await read('/faults')).toEqual([
      { id: fault.id, kind: 'delay', delayMs: 5, method: 'sendmessage', hits: 0 },
    ])
    expect(await simulator.sim('DELETE', `/faults/${fault.id}`)).toEqual({})
    expect(await simulator.sim('DELETE', `/faults/${fault.id}`)).toHaveProperty('error')
    await post('/faults', { kind: 'html-body' })
    await simulator.sim('DELETE', '/faults')
    expect(await read('/faults')).toEqual([])
    expect(await post('/faults', { kind: 'rain' })).toHaveProperty('error')
  })
})

describe('calls', () => {
  it('are logged, newest first, and can be filtered', async () => {
    await post('/users/1001/start')
    await simulator.api('getMe')
    await simulator.api('sendMessage', { chat_id: 1001, text: 'x' })
    await simulator.api('sendMessage', { chat_id: 77, text: 'x' })
    const calls = (await read('/calls')) as { method: string }[]
    expect(calls.map((call) => call.method)).toEqual(['sendMessage', 'sendMessage', 'getMe'])
    expect(calls[0]).toMatchObject({ ok: false, errorCode: 400, description: 'Bad Request: chat not found' })
    expect(await read('/calls?method=SENDMESSAGE&chat=1001')).toMatchObject([
      { ok: true, chatId: 1001, messageId: 2, payload: { text: 'x' } },
    ])
    expect(await read('/calls?limit=1')).toHaveLength(1)
  })
})

describe('raw updates', () => {
  it.each([
    {
      message: {
        message_id: 1,
        from: { id: 5_000_000_000, first_name: 'R' },
        chat: { id: 5_000_000_000, type: 'private' },
        date: 1,
        text: 'x',
      },
    },
    {
      update: {
        message: {
          message_id: 1,
          from: { id: 5_000_000_000, first_name: 'R' },
          chat: { id: 5_000_000_000, type: 'private' },
          date: 1,
          text: 'x',
        },
      },
    },
    {
      kind: 'message',
      update: {
        message_id: 1,
        from: { id: 5_000_000_000, first_name: 'R' },
        chat: { id: 5_000_000_000, type: 'private' },
        date: 1,
        text: 'x',
      },
    },
  ])('reach the bot, which can answer: %#', async (body) => {
    const { update_id } = (await post('/updates', body)) as { update_id: number }
    expect((await simulator.api('getUpdates')).result).toMatchObject([{ update_id, message: { text: 'x' } }])
    expect((await simulator.api('sendMessage', { chat_id: 5_000_000_000, text: 'y' })).ok).toBe(true)
  })

  it('open the query of a press', async () => {
    await post('/updates', { callback_query: { id: '42', from: { id: 1001, first_name: 'x' }, data: 'x' } })
    expect((await simulator.api('answerCallbackQuery', { callback_query_id: '42' })).ok).toBe(true)
  })

  it('must be updates', async () => {
    expect(await post('/updates', { nonsense: {} })).toHaveProperty('error')
  })
})

it('signs what a Mini App is opened with', async () => {
  const launch = (await post('/users/1004/web-app', { url: 'http://127.0.0.1/app/', startParam: 'a-1' })) as {
    url: string
    initData: string
  }
  const fields = new URLSearchParams(launch.initData)
  const hash = fields.get('hash')
  fields.delete('hash')
  const lines = [...fields].map(([key, value]) => `${key}=${value}`).sort()
  const secret = createHmac('sha256', 'WebAppData').update(TEST_TOKEN).digest()
  expect(hash).toBe(createHmac('sha256', secret).update(lines.join('\n')).digest('hex'))
  expect(JSON.parse(fields.get('user') ?? '')).toMatchObject({ id: 1004, first_name: 'Ірина <b>&amp;' })
  expect(launch.url).toContain('http://127.0.0.1/app/#tgWebAppData=')
})

it('forgets on reset everything but people and the bot’s settings', async () => {
  await post('/users', { firstName: 'Stays' })
  await post('/crowd', { count: 3 })
  await post('/users/1001/start')
  await simulator.api('setMyCommands', { commands: [{ command: 'help', description: 'x' }] })
  await simulator.api('sendMessage', { chat_id: 1001, text: 'x' })
  await post('/faults', { kind: 'html-body' })
  const { update_id } = (await post('/updates', { poll: { id: '1' } })) as { update_id: number }
  expect(await post('/reset')).toEqual({})
  expect(await read('/state?user=1001')).toMatchObject({
    bot: { commands: [{ command: 'help' }] },
    messages: { 1001: [] },
    faults: [],
    violations: [],
    stats: {
      calls: 0,
      sends: 0,
      violations: 0,
      pendingUpdates: 0,
      deliveredUpdates: 0,
      outcomes: { sent: 0 },
    },
    webhook: { url: '', pending: 0 },
    crowd: { size: 0, working: false },
  })
  expect(await read('/deliveries')).toEqual([])
  const { users } = (await read('/state')) as { users: { firstName: string; started: boolean }[] }
  expect(users.map((user) => user.firstName)).toContain('Stays')
  expect(users.some((user) => user.started)).toBe(false)
  const next = (await post('/updates', { poll: { id: '1' } })) as { update_id: number }
  expect(next.update_id).toBeGreaterThan(update_id)
})

it('does not mind a JSON request without a body, and names what is unreadable', async () => {
  const headers = { 'Content-Type': 'application/json' }
  const send = async (method: string, path: string, body?: string): Promise<unknown> =>
    (
      await fetch(`${simulator.url}/sim${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
    ).json()
  expect(await send('DELETE', '/faults')).toEqual({})
  expect(await send('POST', '/users/1001/block')).toEqual({})
  expect(await send('POST', '/users', '{')).toEqual({
    error: 'body: Invalid input: expected object, received string',
  })
})

it('answers unknown paths with a reason', async () => {
  expect(await read('/nothing')).toEqual({ error: 'There is no such endpoint' })
  expect(await read('/chats/5/messages')).toEqual({ error: 'There is no chat 5' })
})
