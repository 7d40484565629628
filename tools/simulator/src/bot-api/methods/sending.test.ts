import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pngOf, startSimulator } from '../../testing.ts'
import type { ApiAnswer, TestSimulator } from '../../testing.ts'

const GROUP = -1001000000001
let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startSimulator({ enforce: false })
  for (const id of [1001, 1002, 1004]) await simulator.sim('POST', `/users/${id}/start`, {})
})
afterAll(() => simulator.stop())

const send = (parameters: object): Promise<ApiAnswer> =>
  simulator.api('sendMessage', { chat_id: 1001, text: 'x', ...parameters })
const bad = (description: string): object => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${description}`,
})

describe('sendMessage', () => {
  it('answers with the message as Telegram shows it', async () => {
    const answer = await send({ chat_id: 1004, text: '<b>Бал</b> 183.571', parse_mode: 'HTML' })
    expect(answer.result).toMatchObject({
      from: { id: 123456, is_bot: true, username: 'abitly_sim_bot' },
      chat: { id: 1004, type: 'private', first_name: 'Ірина <b>&amp;', last_name: '🎓 שלום' },
      text: 'Бал 183.571',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
    })
  })

  it.each([
    [{ text: '' }, bad('message text is empty')],
    [{ text: ' \n' }, bad('text must be non-empty')],
    [{ text: 'x'.repeat(4097) }, bad('message is too long')],
    [
      { text: '<b>x', parse_mode: 'HTML' },
      bad(`can't parse entities: Can't find end tag corresponding to start tag "b"`),
    ],
    [{ chat_id: '' }, bad('chat_id is empty')],
    [{ chat_id: 77 }, bad('chat not found')],
    [{ chat_id: '@channel' }, bad('chat not found')],
    [{ reply_parameters: { message_id: 999_999 } }, bad('message to be replied not found')],
    [
      { chat_id: 1003 },
      { ok: false, error_code: 403, description: "Forbidden: bot can't initiate conversation with a user" },
    ],
  ])('refuses %j', async (parameters, refusal) => {
    expect(await send(parameters)).toEqual(refusal)
  })

  it('answers another message', async () => {
    const first = (await send({})).result as { message_id: number }
    const answer = await send({ reply_parameters: { message_id: first.message_id } })
    expect(answer.result).toMatchObject({ reply_to_message: { message_id: first.message_id, text: 'x' } })
    const lost = { message_id: 999_999, allow_sending_without_reply: true }
    expect((await send({ reply_parameters: lost })).ok).toBe(true)
  })

  it('meets a user who has blocked the bot or is gone', async () => {
    const refused = (why: string): object => ({
      ok: false,
      error_code: 403,
      description: `Forbidden: ${why}`,
    })
    await simulator.sim('POST', '/users/1002/block')
    expect(await send({ chat_id: 1002 })).toEqual(refused('bot was blocked by the user'))
    await simulator.sim('POST', '/users/1002/deactivate')
    expect(await send({ chat_id: 1002 })).toEqual(refused('user is deactivated'))
    await simulator.sim('POST', '/users/1002/unblock')
    expect((await send({ chat_id: 1002 })).ok).toBe(true)
  })

  it('takes ids of 52 bits', async () => {
    const id = 2 ** 52 - 1
    await simulator.sim('POST', '/users', { id, firstName: 'Big' })
    await simulator.sim('POST', `/users/${id}/start`, {})
    expect((await send({ chat_id: String(id) })).result).toMatchObject({ chat: { id } })
  })
})

describe('a group', () => {
  it('hears the bot', async () => {
    expect((await send({ chat_id: GROUP })).result).toMatchObject({ chat: { id: GROUP, type: 'supergroup' } })
  })

  it.each([
    ['kicked', 'Forbidden: bot was kicked from the group chat'],
    ['left', 'Forbidden: bot is not a member of the group chat'],
  ])('from which the bot was %s refuses', async (membership, description) => {
    const { id } = (await simulator.sim('POST', '/chats', { title: 'g' })) as { id: number }
    await simulator.sim('POST', `/chats/${id}/membership`, { membership })
    expect(await send({ chat_id: id })).toEqual({ ok: false, error_code: 403, description })
  })

  it('that became a supergroup names its new id', async () => {
    const { id } = (await simulator.sim('POST', '/chats', { title: 'g' })) as { id: number }
    const { migratedTo } = (await simulator.sim('POST', `/chats/${id}/migrate`)) as { migratedTo: number }
    expect(await send({ chat_id: id })).toEqual({
      ...bad('group chat was upgraded to a supergroup chat'),
      parameters: { migrate_to_chat_id: migratedTo },
    })
    expect((await send({ chat_id: migratedTo })).ok).toBe(true)
  })
})

describe('copies and forwards', () => {
  it('copy the content under a new id', async () => {
    const { message_id } = (await send({ text: '<b>x</b>', parse_mode: 'HTML' })).result as {
      message_id: number
    }
    const copy = await simulator.api('copyMessage', { chat_id: 1002, from_chat_id: 1001, message_id })
    expect(Object.keys(copy.result as object)).toEqual(['message_id'])
    const forward = await simulator.api('forwardMessage', { chat_id: 1002, from_chat_id: 1001, message_id })
    expect(forward.result).toMatchObject({ text: 'x', forward_origin: { type: 'user' } })
    const missing = { chat_id: 1002, from_chat_id: 1001, message_id: 999_999 }
    expect(await simulator.api('copyMessage', missing)).toEqual(bad('message to copy not found'))
    expect(await simulator.api('forwardMessage', missing)).toEqual(bad('message to forward not found'))
  })
})

describe('copyMessage', () => {
  interface Copy {
    text?: string
    caption?: string
    entities?: object[]
    document?: { fileName: string }
    photo?: object
    sticker?: string
    location?: object
    inlineKeyboard?: object[][]
    forwardedFrom?: number
    silent?: boolean
  }
  const bold = [{ type: 'bold', offset: 3, length: 4 }]
  const newest = async (chatId: number): Promise<Copy | undefined> =>
    ((await simulator.sim('GET', `/chats/${chatId}/messages`)) as Copy[]).at(-1)
  const write = async (body: object): Promise<number> =>
    ((await simulator.sim('POST', '/users/1001/messages', body)) as { messageId: number }).messageId
  const copy = (message_id: number, more: object = {}): Promise<ApiAnswer> =>
    simulator.api('copyMessage', { chat_id: 1004, from_chat_id: 1001, message_id, ...more })

  it.each<[string, object, Copy]>([
    ['text', { text: '🎓 День', entities: bold }, { text: '🎓 День', entities: bold }],
    [
      'a photo',
      { text: '🎓 День', entities: bold, photo: { data: pngOf(9, 9).toString('base64') } },
      { caption: '🎓 День', entities: bold, photo: expect.anything() as object },
    ],
    [
      'a document',
      { text: 'правила', document: { name: 'вступ.pdf', data: 'eA==' } },
      { caption: 'правила', document: expect.objectContaining({ fileName: 'вступ.pdf', size: 1 }) as never },
    ],
    ['a sticker', { sticker: '👍' }, { sticker: '👍' }],
    ['a place', { location: { latitude: 50, longitude: 30 } }, { location: { latitude: 50, longitude: 30 } }],
  ])('copies %s as it is, with a keyboard of its own', async (_name, written, shown) => {
    const keyboard = { inline_keyboard: [[{ text: 'a', url: 'https://abit.ua/' }]] }
    const more = { reply_markup: keyboard, disable_notification: true }
    expect((await copy(await write(written), more)).ok).toBe(true)
    expect(await newest(1004)).toMatchObject({
      ...shown,
      inlineKeyboard: keyboard.inline_keyboard,
      silent: true,
    })
    expect(await newest(1004)).not.toHaveProperty('forwardedFrom')
  })

  it('replaces a caption by one that is stated, also by nothing', async () => {
    const id = await write({ text: 'old', photo: { data: pngOf(9, 9).toString('base64') } })
    await copy(id, { caption: '<b>new</b>', parse_mode: 'HTML' })
    expect(await newest(1004)).toMatchObject({ caption: 'new', entities: [{ type: 'bold' }] })
    await copy(id, { caption: '' })
    expect((await newest(1004))?.caption).toBe('')
    await copy(id)
    expect((await newest(1004))?.caption).toBe('old')
  })

  it('refuses what is protected, and what was deleted', async () => {
    const { message_id } = (await send({ protect_content: true })).result as { message_id: number }
    expect(await copy(message_id)).toEqual(bad("message can't be copied"))
    await simulator.api('deleteMessage', { chat_id: 1001, message_id })
    expect(await copy(message_id)).toEqual(bad('message to copy not found'))
  })
})

it('shows a chat action until the next message', async () => {
  const act = (action: string): Promise<ApiAnswer> =>
    simulator.api('sendChatAction', { chat_id: 1001, action })
  expect((await act('typing')).result).toBe(true)
  expect(simulator.telegram.world.actions.of(1001)).toBe('typing')
  await send({})
  expect(simulator.telegram.world.actions.of(1001)).toBeUndefined()
  expect(await act('dancing')).toEqual(bad('wrong parameter action in request'))
})

it('sends a place', async () => {
  const place = { chat_id: 1001, latitude: 50.45, longitude: 30.52 }
  expect((await simulator.api('sendLocation', place)).result).toMatchObject({ location: { latitude: 50.45 } })
  expect(await simulator.api('sendLocation', { ...place, latitude: 91 })).toEqual(
    bad('wrong location specified'),
  )
  expect(await simulator.api('sendLocation', { chat_id: 1001 })).toEqual(bad('latitude is empty'))
})
