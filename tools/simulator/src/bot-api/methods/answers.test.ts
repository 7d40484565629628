import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimEvent } from '../../page-api.ts'
import { startSimulator } from '../../testing.ts'
import type { ApiAnswer, TestSimulator } from '../../testing.ts'

let now = Date.now()
let simulator: TestSimulator
let messageId: number
beforeAll(async () => {
  simulator = await startSimulator({ enforce: false, now: () => now })
  await simulator.sim('POST', '/users/1001/start', {})
  const sent = await simulator.api('sendMessage', {
    chat_id: 1001,
    text: 'x',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'go' }]] },
  })
  messageId = (sent.result as { message_id: number }).message_id
})
afterAll(() => simulator.stop())

const press = async (): Promise<string> => {
  const body = { chatId: 1001, messageId, data: 'go' }
  return ((await simulator.sim('POST', '/users/1001/press', body)) as { queryId: string }).queryId
}
const answer = (callback_query_id: string, parameters: object = {}): Promise<ApiAnswer> =>
  simulator.api('answerCallbackQuery', { callback_query_id, ...parameters })
const bad = (description: string): object => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${description}`,
})
const TOO_OLD = bad('query is too old and response timeout expired or query ID is invalid')

describe('answerCallbackQuery', () => {
  it('tells the user who pressed', async () => {
    const told: SimEvent[] = []
    const unsubscribe = simulator.telegram.world.events.subscribe((event) => told.push(event))
    const queryId = await press()
    expect((await answer(queryId, { text: 'Збережено', show_alert: true })).result).toBe(true)
    unsubscribe()
    expect(told).toContainEqual({
      type: 'callback-answer',
      ...{ userId: 1001, queryId, messageId, text: 'Збережено', showAlert: true },
    })
  })

  it('works once, in time, for a press that happened', async () => {
    const queryId = await press()
    expect((await answer(queryId)).ok).toBe(true)
    expect(await answer(queryId)).toEqual(TOO_OLD)
    expect(await answer('123')).toEqual(TOO_OLD)
    const late = await press()
    now += 30_001
    expect(await answer(late)).toEqual(TOO_OLD)
  })

  it('is short, and opens only the bot itself', async () => {
    expect(await answer(await press(), { text: 'x'.repeat(201) })).toEqual(bad('MESSAGE_TOO_LONG'))
    expect(await answer(await press(), { url: 'https://abit.ua' })).toEqual(bad('URL_INVALID'))
    expect((await answer(await press(), { url: 't.me/abitly_sim_bot?start=x' })).ok).toBe(true)
  })
})

it('answers a Mini App in the name of its user', async () => {
  const launch = await simulator.sim('POST', '/users/1001/web-app', { url: 'http://127.0.0.1/app/' })
  const { queryId } = launch as { queryId: string }
  const result = { type: 'article', id: '1', title: 't', input_message_content: { message_text: 'chosen' } }
  const answered = await simulator.api('answerWebAppQuery', { web_app_query_id: queryId, result })
  expect(answered.result).toHaveProperty('inline_message_id')
  const messages = (await simulator.sim('GET', '/chats/1001/messages')) as unknown[]
  expect(messages.at(-1)).toMatchObject({ from: 1001, text: 'chosen' })
  expect(await simulator.api('answerWebAppQuery', { web_app_query_id: queryId, result })).toEqual(TOO_OLD)
})
