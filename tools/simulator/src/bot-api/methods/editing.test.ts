import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator } from '../../testing.ts'
import type { ApiAnswer, TestSimulator } from '../../testing.ts'

const GROUP = -1001000000001
const HOUR = 3_600_000
let now = Date.now()
let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startSimulator({ enforce: false, now: () => now })
  await simulator.sim('POST', '/users/1001/start', {})
})
afterAll(() => simulator.stop())

const markup = (data: string): object => ({ inline_keyboard: [[{ text: 'a', callback_data: data }]] })
const bad = (description: string): object => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${description}`,
})
const call = (method: string, message_id: number, parameters: object = {}): Promise<ApiAnswer> =>
  simulator.api(method, { chat_id: 1001, message_id, ...parameters })

async function sent(parameters: object = {}): Promise<number> {
  const answer = await simulator.api('sendMessage', { chat_id: 1001, text: 'x', ...parameters })
  return (answer.result as { message_id: number }).message_id
}

async function written(chatId = 1001): Promise<number> {
  const message = await simulator.sim('POST', '/users/1001/messages', { chatId, text: 'mine' })
  return (message as { messageId: number }).messageId
}

describe('edits', () => {
  it('change text and keyboard; a keyboard that is not repeated goes', async () => {
    const id = await sent({ reply_markup: markup('1') })
    const edited = await call('editMessageText', id, { text: 'y', reply_markup: markup('2') })
    expect(edited.result).toMatchObject({ message_id: id, text: 'y', reply_markup: markup('2') })
    const bare = await call('editMessageText', id, { text: 'z' })
    expect(bare.result).not.toHaveProperty('reply_markup')
    const again = await call('editMessageReplyMarkup', id, { reply_markup: markup('3') })
    expect(again.result).toMatchObject({ text: 'z', reply_markup: markup('3') })
  })

  it('must change something', async () => {
    const id = await sent({ text: '<b>x</b>', parse_mode: 'HTML', reply_markup: markup('1') })
    const refusal = bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
    const same = { text: '<b>x</b>', parse_mode: 'HTML', reply_markup: markup('1') }
    expect(await call('editMessageText', id, same)).toEqual(refusal)
    expect(await call('editMessageReplyMarkup', id, { reply_markup: markup('1') })).toEqual(refusal)
    expect((await call('editMessageText', id, { ...same, text: 'x' })).ok).toBe(true)
  })

  it('reach only the own messages of the bot, without a reply keyboard', async () => {
    const refusal = bad("message can't be edited")
    expect(await call('editMessageText', await written(), { text: 'y' })).toEqual(refusal)
    const keyboard = await sent({ reply_markup: { keyboard: [['a']] } })
    expect(await call('editMessageText', keyboard, { text: 'y' })).toEqual(refusal)
    expect(await call('editMessageText', 999_999, { text: 'y' })).toEqual(bad('message to edit not found'))
    expect(await simulator.api('editMessageText', { text: 'y' })).toEqual(
      bad('message identifier is not specified'),
    )
    expect(await call('editMessageCaption', await sent(), { caption: 'y' })).toEqual(
      bad('there is no caption in the message to edit'),
    )
  })
})

describe('deletions', () => {
  it('take messages of both sides from a private chat', async () => {
    for (const id of [await sent(), await written()]) {
      expect((await call('deleteMessage', id)).result).toBe(true)
      expect(await call('deleteMessage', id)).toEqual(bad('message to delete not found'))
    }
  })

  it('leave what is not the bot’s in a group, and what is older than two days', async () => {
    const refusal = bad("message can't be deleted")
    const theirs = await written(GROUP)
    expect(await call('deleteMessage', theirs, { chat_id: GROUP })).toEqual(refusal)
    const old = await sent()
    now += 49 * HOUR
    expect(await call('deleteMessage', old)).toEqual(refusal)
  })

  it('take many at once and do not mind missing ones', async () => {
    const ids = [await sent(), await sent(), 999_999]
    expect((await simulator.api('deleteMessages', { chat_id: 1001, message_ids: ids })).result).toBe(true)
    expect(await simulator.api('deleteMessages', { chat_id: 1001 })).toEqual(
      bad('message identifiers are not specified'),
    )
  })
})
