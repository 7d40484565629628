import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_TOKEN, soon, startSimulator } from '../testing.ts'
import type { TestSimulator } from '../testing.ts'

/** A clock that stands still: how fast the machine is must not matter to the limits. */
const NOW = Date.UTC(2026, 10, 21)
let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startSimulator()
  await simulator.sim('POST', '/users/1001/start', {})
})
afterAll(() => simulator.stop())

const raw = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(simulator.url + path, init)
  return { status: answer.status, body: await answer.json() }
}
const refusal = (error_code: number, description: string): object => ({
  status: error_code,
  body: { ok: false, error_code, description },
})

describe('a call', () => {
  it.each([
    [`/bot${TEST_TOKEN}/nothing`, 404, 'Not Found: method not found'],
    [`/bot${TEST_TOKEN.replace('A', 'B')}/getMe`, 401, 'Unauthorized'],
    ['/botabc/getMe', 404, 'Not Found'],
    ['/bot/getMe', 404, 'Not Found'],
    ['/botabc', 404, 'Not Found'],
  ])('to %s answers %i', async (path, code, description) => {
    expect(await raw(path)).toEqual(refusal(code, description))
  })

  it('matches methods in any letter case', async () => {
    for (const method of ['getMe', 'GETME', 'getme']) {
      expect(await simulator.api(method)).toMatchObject({ ok: true, result: { id: 123456, is_bot: true } })
    }
  })

  it('takes JSON, a form, multipart and a query alike', async () => {
    const path = `/bot${TEST_TOKEN}/sendMessage`
    const markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }
    const fields = { chat_id: '1001', text: 'x', reply_markup: JSON.stringify(markup) }
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const bodies: [string, RequestInit][] = [
      [path, { method: 'POST', body: new URLSearchParams(fields) }],
      [path, { method: 'POST', body: form }],
      [`${path}?${new URLSearchParams(fields).toString()}`, {}],
      [
        path,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ chat_id: 1001, text: 'x', reply_markup: markup }),
        },
      ],
    ]
    for (const [address, init] of bodies) {
      expect(await raw(address, init)).toMatchObject({
        status: 200,
        body: { ok: true, result: { text: 'x', reply_markup: markup } },
      })
    }
  })

  it.each(['{', '[1]', '"x"'])('refuses the JSON body %s', async (body) => {
    const headers = { 'Content-Type': 'application/json' }
    expect(await raw(`/bot${TEST_TOKEN}/getMe`, { method: 'POST', headers, body })).toEqual(
      refusal(400, 'Bad Request: JSON object expected'),
    )
  })
})

describe('a fault', () => {
  const getMe = (): Promise<Response> => fetch(`${simulator.url}/bot${TEST_TOKEN}/getMe`)
  const fault = (body: object): Promise<unknown> => simulator.sim('POST', '/faults', { times: 1, ...body })
  const send = (): Promise<unknown> => simulator.api('sendMessage', { chat_id: 1001, text: 'x' })

  it('answers 429 with a pause, which then holds', async () => {
    await fault({ kind: 'too-many-requests', retryAfter: 60, chatId: 1001 })
    const flood = { ok: false, error_code: 429, description: 'Too Many Requests: retry after 60' }
    expect(await send()).toEqual({ ...flood, parameters: { retry_after: 60 } })
    expect(
      simulator.telegram.judge.judge(Date.now() + 1000, {
        ...{ method: 'sendMessage', chatId: 1001, isGroup: false, proactive: false, paid: false, parts: 1 },
      })?.rule,
    ).toBe('sent-while-paused')
    simulator.telegram.judge.clear()
  })

  it.each([
    ['forbidden', 403, 'Forbidden: bot was blocked by the user'],
    ['unauthorized', 401, 'Unauthorized'],
    ['server-error', 500, 'Internal Server Error'],
  ])('%s answers %i', async (kind, error_code, description) => {
    await fault({ kind })
    expect(await send()).toEqual({ ok: false, error_code, description })
  })

  it('answers with a page of HTML', async () => {
    await fault({ kind: 'html-body' })
    const answer = await getMe()
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('<title>502 Bad Gateway</title>')
  })

  it('closes the connection before or after the effect', async () => {
    const count = async (): Promise<number> =>
      ((await simulator.sim('GET', '/chats/1001/messages')) as unknown[]).length
    const before = await count()
    await fault({ kind: 'reset-before' })
    await expect(send()).rejects.toThrow()
    expect(await count()).toBe(before)
    await fault({ kind: 'reset-after' })
    await expect(send()).rejects.toThrow()
    expect(await count()).toBe(before + 1)
  })

  it('delays the answer, not the effect', async () => {
    await fault({ kind: 'delay', delayMs: 60_000 })
    const hanging = request(`${simulator.url}/bot${TEST_TOKEN}/sendChatAction?chat_id=1001&action=typing`)
    hanging.on('error', () => undefined)
    hanging.end()
    await soon(() => simulator.telegram.world.actions.of(1001)).toBe('typing')
    hanging.destroy()
    await soon(async () => simulator.sim('GET', '/calls?limit=1&method=sendchataction')).toHaveLength(1)
  })
})

it('answers a violating send with 429 and counts it', async () => {
  const strict = await startSimulator({ now: () => NOW })
  await strict.sim('POST', '/users/1002/start', {})
  const answers = []
  for (let n = 0; n < 6; n += 1) answers.push(await strict.api('sendMessage', { chat_id: 1002, text: 'x' }))
  expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true, true, false])
  expect(answers[5]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } })
  expect(await strict.sim('GET', '/violations')).toMatchObject([
    { rule: 'private-chat', figure: 6, limit: 5, method: 'sendMessage', chatId: 1002 },
  ])
  await strict.stop()
})

it('only counts when it is told not to enforce', async () => {
  const lenient = await startSimulator({ enforce: false, now: () => NOW })
  await lenient.sim('POST', '/users/1002/start', {})
  for (let n = 0; n < 7; n += 1) {
    expect((await lenient.api('sendMessage', { chat_id: 1002, text: 'x' })).ok).toBe(true)
  }
  expect(await lenient.sim('GET', '/stats')).toMatchObject({ violations: 2, sends: 7 })
  await lenient.stop()
})
