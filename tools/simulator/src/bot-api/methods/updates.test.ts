import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { soon, startSimulator, startWebhook } from '../../testing.ts'
import type { ApiAnswer, TestSimulator, TestWebhook } from '../../testing.ts'

let simulator: TestSimulator
let webhook: TestWebhook | undefined
beforeEach(async () => {
  simulator = await startSimulator({ enforce: false })
})
afterEach(async () => {
  await simulator.stop()
  await webhook?.stop()
  webhook = undefined
})

const bad = (description: string): object => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${description}`,
})
const info = async (): Promise<Record<string, unknown>> =>
  (await simulator.api('getWebhookInfo')).result as Record<string, unknown>
const say = (text: string): Promise<unknown> => simulator.sim('POST', '/users/1001/messages', { text })
const set = (parameters: object): Promise<ApiAnswer> => simulator.api('setWebhook', parameters)

describe('setWebhook', () => {
  it('says whether anything changed', async () => {
    const url = 'https://abit.ua/hook'
    const settings = { url, secret_token: 's', allowed_updates: ['message'] }
    expect(await set(settings)).toEqual({ ok: true, result: true, description: 'Webhook was set' })
    expect(await set(settings)).toEqual({ ok: true, result: true, description: 'Webhook is already set' })
    expect(await info()).toMatchObject({
      ...{ url, pending_update_count: 0, max_connections: 40, has_custom_certificate: false },
      allowed_updates: ['message'],
    })
    expect(await simulator.api('deleteWebhook')).toMatchObject({ description: 'Webhook was deleted' })
    expect(await simulator.api('deleteWebhook')).toMatchObject({ description: 'Webhook is already deleted' })
    expect(await info()).toMatchObject({ url: '' })
  })

  it.each([
    [{ url: 'http://abit.ua/' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      { url: 'https://abit.ua:3000/' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    [{ url: 'https://' }, 'invalid webhook URL specified'],
    [{ url: 'https://abit.ua/', secret_token: 'a b' }, 'secret token contains unallowed characters'],
    [{ url: 'https://abit.ua/', secret_token: 'a'.repeat(257) }, 'secret token is too long'],
  ])('refuses %j', async (parameters, description) => {
    expect(await set(parameters)).toEqual(bad(description))
  })

  it('keeps the list of updates when none is given, and takes an empty one for the default', async () => {
    await set({ url: 'https://abit.ua/', allowed_updates: ['message', 'callback_query', 'nonsense'] })
    expect((await info())['allowed_updates']).toEqual(['message', 'callback_query'])
    await set({ url: 'https://abit.ua/', max_connections: 500 })
    expect(await info()).toMatchObject({
      allowed_updates: ['message', 'callback_query'],
      max_connections: 100,
    })
    await set({ url: 'https://abit.ua/', allowed_updates: '[]' })
    expect(await info()).not.toHaveProperty('allowed_updates')
  })

  it('is taken once a second when limits are enforced', async () => {
    const strict = await startSimulator({ setWebhookIntervalMs: 60_000 })
    expect((await strict.api('setWebhook', { url: 'https://abit.ua/' })).ok).toBe(true)
    expect(await strict.api('setWebhook', { url: 'https://abit.ua/' })).toMatchObject({ error_code: 429 })
    await strict.stop()
  })

  it('drops what waits only when it is told to', async () => {
    await say('x')
    await simulator.api('deleteWebhook')
    expect((await info())['pending_update_count']).toBe(1)
    await simulator.api('deleteWebhook', { drop_pending_updates: true })
    expect((await info())['pending_update_count']).toBe(0)
  })
})

describe('delivery', () => {
  it('carries the secret, keeps the order of a chat and ticks the message', async () => {
    webhook = await startWebhook()
    await set({ url: webhook.url, secret_token: 'se_cret-1' })
    for (const text of ['1', '2', '3']) await say(text)
    await soon(() => webhook?.received.length).toBe(3)
    expect(webhook.received.map(({ update }) => update['message'])).toMatchObject([
      { text: '1' },
      { text: '2' },
      { text: '3' },
    ])
    expect(webhook.received[0]?.headers['x-telegram-bot-api-secret-token']).toBe('se_cret-1')
    await soon(() => simulator.sim('GET', '/chats/1001/messages')).toMatchObject([
      { delivered: true },
      { delivered: true },
      { delivered: true },
    ])
  })

  it('repeats an update with the same id until it is accepted, and reports the failure', async () => {
    let failures = 3
    webhook = await startWebhook((_received, response) => {
      failures -= 1
      response.writeHead(failures >= 0 ? 503 : 200).end()
    })
    await set({ url: webhook.url })
    await say('x')
    await soon(async () => (await info())['pending_update_count']).toBe(0)
    const ids = webhook.received.map(({ update }) => update.update_id)
    expect(ids).toEqual(Array<number | undefined>(4).fill(ids[0]))
    expect(await info()).toMatchObject({
      last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
    })
  })

  it('reports a webhook that is not there, or that does not answer', async () => {
    webhook = await startWebhook()
    await webhook.stop()
    await set({ url: webhook.url })
    await say('x')
    await soon(async () => (await info())['last_error_message']).toBe('Connection refused')
    const impatient = await startSimulator({ webhookTimeoutMs: 20 })
    webhook = await startWebhook(() => undefined)
    await impatient.api('setWebhook', { url: webhook.url })
    await impatient.sim('POST', '/users/1001/messages', { text: 'x' })
    await soon(async () => (await impatient.api('getWebhookInfo')).result).toMatchObject({
      last_error_message: 'Read timeout expired',
      pending_update_count: 1,
    })
    await impatient.stop()
  })

  it('leaves out what the bot has not asked for', async () => {
    webhook = await startWebhook()
    await set({ url: webhook.url, allowed_updates: ['my_chat_member'] })
    await say('x')
    await simulator.sim('POST', '/users/1001/block')
    await soon(() => webhook?.received.length).toBe(1)
    expect(webhook.received[0]?.update['my_chat_member']).toMatchObject({
      ...{ old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } },
    })
  })
})

describe('getUpdates', () => {
  it('is refused while a webhook is set', async () => {
    await set({ url: 'https://abit.ua/' })
    expect(await simulator.api('getUpdates')).toEqual({
      ok: false,
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
  })

  it('waits, and confirms by offset', async () => {
    const waiting = simulator.api('getUpdates', { timeout: 50 })
    await say('x')
    const [update] = (await waiting).result as { update_id: number; message: { text: string } }[]
    expect(update?.message.text).toBe('x')
    const after = await simulator.api('getUpdates', { offset: (update?.update_id ?? 0) + 1 })
    expect(after.result).toEqual([])
    expect(await simulator.sim('GET', '/deliveries')).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  it('stops waiting when a webhook is set', async () => {
    const waiting = simulator.api('getUpdates', { timeout: 50 })
    const answered = vi.fn()
    void waiting.then(answered)
    // The call may still be on its way when the first webhook is set.
    await vi.waitFor(async () => {
      await set({ url: 'https://abit.ua/hook', drop_pending_updates: true })
      expect(answered).toHaveBeenCalled()
    }, 10_000)
    expect((await waiting).error_code).toBe(409)
  })
})
