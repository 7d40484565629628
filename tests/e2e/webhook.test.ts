import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform({ workers: 1 })
})
afterAll(() => platform.stop())

let nextUpdate = 1_900_000_000

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const { url, secret } = platform.webhook
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret, ...headers },
    body,
  })
}

function message(chat: number, text: string, updateId = (nextUpdate += 1)): string {
  const from = { id: chat, is_bot: false, first_name: 'Test', language_code: 'uk' }
  const content = { message_id: 1, date: 1_790_000_000, chat: { id: chat, type: 'private' }, from, text }
  const entities = [{ type: 'bot_command', offset: 0, length: text.length }]
  return JSON.stringify({ update_id: updateId, message: { ...content, entities } })
}

describe('the webhook', () => {
  it('refuses a wrong or missing secret', async () => {
    expect((await post('{}', { 'x-telegram-bot-api-secret-token': 'wrong' })).status).toBe(401)
    expect((await fetch(platform.webhook.url, { method: 'POST', body: '{}' })).status).toBe(401)
  })

  it('answers an update that is delivered three times once', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.sees('Привіт')
    const body = message(student.id, '/help')
    const answers = await Promise.all([post(body), post(body), post(body)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await student.sees('/language')
    await post(message(student.id, '/language'))
    await student.sees('Мова')
    expect((await student.botTexts()).filter((text) => text.includes('/language')).length).toBe(1)
  })

  it.each([
    ['no JSON', '{"update_id":'],
    ['no update', '{"hello":1}'],
    ['a list', '[]'],
    ['nothing', ''],
    ['a megabyte and more', JSON.stringify({ update_id: 1, text: 'x'.repeat(1_100_000) })],
    ['deep nesting', `{"update_id":5,"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('answers %s with 200, so that Telegram does not hold back the chat', async (_what, body) => {
    expect((await post(body)).status).toBe(200)
  })

  it('goes on after updates of kinds it does not know', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.sees('Привіт')
    for (const update of [
      { poll: { id: '1' } },
      { message: { message_id: 2, date: 1, chat: { id: student.id, type: 'private' } } },
      {
        callback_query: {
          id: '1',
          from: { id: student.id, is_bot: false, first_name: 'T' },
          data: 'rubbish',
        },
      },
      { something_new: { chat: { id: student.id } } },
    ]) {
      nextUpdate += 1
      expect((await post(JSON.stringify({ update_id: nextUpdate, ...update }))).status).toBe(200)
    }
    await student.write('/help')
    await student.sees('/language')
  })

  it('registers itself and the commands', async () => {
    const { webhook, bot } = await platform.telegram.state()
    expect(webhook.url).toBe(platform.webhook.url)
    expect(bot.commands.map(({ command }) => command)).toEqual([
      'start',
      'myoffers',
      'plan',
      'statistics',
      'opendays',
      'myopendays',
      'opendayfilters',
      'notifications',
      'myprofile',
      'help',
      'language',
      'privacy',
    ])
  })

  it('tells the platform how it is', async () => {
    const { ingressUrl } = platform.webhook
    const status = async (path: string): Promise<number> => (await fetch(ingressUrl + path)).status
    expect(await status('/healthcheck')).toBe(200)
    expect(await status('/readyz')).toBe(200)
    expect(await (await fetch(`${ingressUrl}/ping`)).json()).toMatchObject({
      status: 'ok',
      checks: { database: 'ok', redis: 'ok', migrations: 'ok' },
    })
    const metrics = await (await fetch(`${ingressUrl}/metrics`)).text()
    expect(metrics).toContain('bot_http_requests_total')
    expect(metrics).toContain('bot_redis_persistence_ok{service="ingress"} 1')
    expect(await status('/no-such-page')).toBe(404)
  })
})
