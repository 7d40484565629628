import { afterEach, beforeEach, expect, it } from 'vitest'
import { soon, startSimulator, startWebhook } from '../testing.ts'
import type { TestSimulator, TestWebhook } from '../testing.ts'

let simulator: TestSimulator
let webhook: TestWebhook
beforeEach(async () => {
  simulator = await startSimulator({ enforce: false })
  webhook = await startWebhook()
})
afterEach(async () => {
  await simulator.stop()
  await webhook.stop()
})

const post = (path: string, body: object = {}): Promise<unknown> => simulator.sim('POST', path, body)
const fault = (kind: string): Promise<unknown> => post('/faults', { kind, times: 1 })
const kinds = (): string[] => webhook.received.map(({ update }) => Object.keys(update)[1] ?? '')
const ids = (): number[] => webhook.received.map(({ update }) => update.update_id)

/** The user has started, the bot has sent a button; the webhook is set and has taken the start. */
async function withButton(): Promise<() => Promise<unknown>> {
  await simulator.api('setWebhook', { url: webhook.url })
  await post('/users/1001/start')
  const sent = await simulator.api('sendMessage', {
    chat_id: 1001,
    text: 'x',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'go' }]] },
  })
  const { message_id: messageId } = sent.result as { message_id: number }
  await soon(kinds).toEqual(['message'])
  return () => post('/users/1001/press', { chatId: 1001, messageId, data: 'go' })
}

it('delivers an update twice under one id', async () => {
  await simulator.api('setWebhook', { url: webhook.url })
  await fault('duplicate-delivery')
  await post('/users/1001/start')
  await soon(ids).toHaveLength(2)
  expect(ids()[0]).toBe(ids()[1])
  expect(await simulator.sim('GET', '/faults')).toEqual([])
})

it('lets a message overtake the press before it, which keeps its lower id', async () => {
  const press = await withButton()
  await fault('reordered-press')
  await press()
  await post('/users/1001/messages', { text: 'later' })
  await soon(kinds).toEqual(['message', 'message', 'callback_query'])
  expect(ids()[2]).toBeLessThan(ids()[1] ?? 0)
})

it('sends a press again as another update with another query', async () => {
  const press = await withButton()
  await fault('resent-press')
  await press()
  await soon(kinds).toEqual(['message', 'callback_query', 'callback_query'])
  const queries = webhook.received.slice(1).map(({ update }) => update['callback_query'] as { id: string })
  expect(new Set(queries.map((query) => query.id)).size).toBe(2)
  expect(new Set(ids()).size).toBe(3)
})

it('sends an update again on request', async () => {
  await simulator.api('setWebhook', { url: webhook.url })
  await post('/users/1001/start')
  await soon(ids).toHaveLength(1)
  await soon(() => simulator.sim('GET', '/deliveries')).toMatchObject([{ state: 'delivered' }])
  await post(`/deliveries/${ids()[0]}/resend`)
  await soon(ids).toEqual([ids()[0], ids()[0]])
  expect(await post('/deliveries/5/resend')).toEqual({ error: 'There is no update 5 in the log' })
})
