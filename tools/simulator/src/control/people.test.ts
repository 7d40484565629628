import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SimEvent, SimMessage, SimUser } from '../page-api.ts'
import { startSimulator } from '../testing.ts'
import type { TestSimulator } from '../testing.ts'

const GROUP = -1001000000001
let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startSimulator({ enforce: false })
})
afterEach(() => simulator.stop())

interface Update {
  update_id: number
  message?: { text?: string; chat?: object }
  callback_query?: { id: string; data: string; message: { text: string } }
  my_chat_member?: object
}

const updates = async (): Promise<Update[]> => (await simulator.api('getUpdates')).result as Update[]
const post = (path: string, body: object = {}): Promise<unknown> => simulator.sim('POST', path, body)

async function keyboard(chat_id: number): Promise<SimMessage> {
  await simulator.api('sendMessage', {
    chat_id,
    text: 'choose',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'go' }]] },
  })
  const messages = (await simulator.sim('GET', `/chats/${chat_id}/messages`)) as SimMessage[]
  return messages.at(-1) as SimMessage
}

describe('people', () => {
  it('are there from the first start', async () => {
    const { users, chats } = (await simulator.sim('GET', '/state')) as { users: SimUser[]; chats: object[] }
    expect(users.map(({ id, isAdmin, started }) => [id, isAdmin, started])).toEqual([
      ...[1001, 1002, 1003, 1004].map((id) => [id, false, false]),
      [9001, true, false],
    ])
    expect(chats).toHaveLength(6)
  })

  it('can be added', async () => {
    const user = await post('/users', { firstName: 'Нова', languageCode: 'en', isAdmin: true })
    expect(user).toEqual({
      ...{ id: 1005, firstName: 'Нова', languageCode: 'en' },
      ...{ isAdmin: true, blocked: false, started: false },
    })
    expect(await post('/users', { firstName: '' })).toHaveProperty('error')
  })

  it('start by a deep link', async () => {
    expect(await post('/users/1001/start', { payload: 'link_abc-1' })).toMatchObject({
      text: '/start link_abc-1',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      delivered: false,
    })
    expect(await post('/users/1001/start', { payload: 'a b' })).toHaveProperty('error')
    expect((await updates())[0]?.message).toMatchObject({
      from: { id: 1001, language_code: 'uk' },
      entities: [{ type: 'bot_command' }],
    })
  })

  it('send places, stickers and photos', async () => {
    await post('/users/1001/messages', { location: { latitude: 1, longitude: 2 } })
    await post('/users/1001/messages', { sticker: '👍' })
    expect((await updates()).map((update) => update.message)).toMatchObject([
      { location: { latitude: 1 } },
      { sticker: { emoji: '👍' } },
    ])
    expect(await post('/users/1001/messages', { photo: { data: 'aGVsbG8=' } })).toHaveProperty('error')
    expect(await post('/users/1001/messages', {})).toHaveProperty('error')
    expect(await post('/users/1001/messages', { text: 'x'.repeat(4097) })).toHaveProperty('error')
  })

  it('send formatted text, whose links an app completes and whose wrong places it refuses', async () => {
    const entities = [
      { type: 'bold', offset: 3, length: 5 },
      { type: 'text_link', offset: 9, length: 4, url: 'abit.ua' },
    ]
    await post('/users/1001/messages', { text: '🎓 Іспит тут: abit.ua', entities })
    expect((await updates())[0]?.message).toMatchObject({
      text: '🎓 Іспит тут: abit.ua',
      entities: [
        { type: 'bold', offset: 3, length: 5 },
        { type: 'text_link', offset: 9, length: 4, url: 'http://abit.ua/' },
        { type: 'url', offset: 14, length: 7 },
      ],
    })
    const half = { text: '🎓', entities: [{ type: 'bold', offset: 1, length: 1 }] }
    expect(await post('/users/1001/messages', half)).toHaveProperty('error')
  })

  it('send documents with a caption, and forward what they can read', async () => {
    await post('/users/1001/messages', {
      chatId: GROUP,
      text: 'note',
      document: { name: 'a.csv', data: 'eA==' },
    })
    const [first] = (await simulator.sim('GET', `/chats/${GROUP}/messages`)) as SimMessage[]
    const forward = { chatId: GROUP, messageId: first?.messageId }
    expect(await post('/users/9001/messages', { forward })).toMatchObject({
      forwardedFrom: 1001,
      caption: 'note',
    })
    expect((await updates()).map((update) => update.message)).toMatchObject([
      { caption: 'note', document: { file_name: 'a.csv', mime_type: 'text/csv', file_size: 1 } },
      { chat: { id: 9001 }, caption: 'note', forward_origin: { type: 'user', sender_user: { id: 1001 } } },
    ])
    const foreign = { chatId: 1002, messageId: first?.messageId }
    expect(await post('/users/9001/messages', { forward: foreign })).toHaveProperty('error')
  })

  it('cannot write while they block the bot, which hears of both', async () => {
    await post('/users/1001/block')
    await post('/users/1001/block')
    expect(await post('/users/1001/messages', { text: 'x' })).toHaveProperty('error')
    await post('/users/1001/start')
    expect((await updates()).map((update) => Object.keys(update)[1])).toEqual([
      'my_chat_member',
      'my_chat_member',
      'message',
    ])
  })

  it('write only where they are members', async () => {
    expect(await post('/users/1001/messages', { chatId: 1002, text: 'x' })).toHaveProperty('error')
    expect(await post('/users/1001/messages', { chatId: GROUP, text: 'x' })).toMatchObject({ chatId: GROUP })
    expect(await post('/users/77/messages', { text: 'x' })).toEqual({ error: 'There is no user 77' })
  })

  it('are heard in a group with privacy only when they mean the bot', async () => {
    const shy = await startSimulator({ groupPrivacy: true })
    for (const text of ['hello', '/help', 'hi @abitly_sim_bot']) {
      await shy.sim('POST', '/users/1001/messages', { chatId: GROUP, text })
    }
    const heard = (await shy.api('getUpdates')).result as Update[]
    expect(heard.map((update) => update.message?.text)).toEqual(['/help', 'hi @abitly_sim_bot'])
    await shy.stop()
  })
})

describe('a press', () => {
  const press = (body: object): Promise<unknown> => post('/users/1001/press', body)

  it('reaches the bot with the message it belongs to', async () => {
    await post('/users/1001/start')
    const { messageId } = await keyboard(1001)
    const { queryId } = (await press({ chatId: 1001, messageId, data: 'go' })) as { queryId: string }
    expect((await updates()).at(-1)?.callback_query).toMatchObject({
      ...{ id: queryId, data: 'go', chat_instance: '1001' },
      message: { message_id: messageId, text: 'choose' },
    })
  })

  it('needs a button that is there', async () => {
    await post('/users/1001/start')
    const { messageId } = await keyboard(1001)
    expect(await press({ chatId: 1001, messageId, data: 'gone' })).toHaveProperty('error')
    expect(await press({ chatId: 1001, messageId: 999, data: 'go' })).toHaveProperty('error')
    expect(await post('/users/1002/press', { chatId: 1001, messageId, data: 'go' })).toHaveProperty('error')
  })
})

it('shows each user only what that user can see', async () => {
  const seen: SimEvent[] = []
  const unsubscribe = simulator.telegram.world.events.subscribe((event) => seen.push(event))
  await post('/users/1001/start')
  await post('/users/1002/messages', { chatId: GROUP, text: 'to all' })
  unsubscribe()
  expect(seen.map((event) => event.type)).toEqual(['user', 'message', 'delivery', 'message', 'delivery'])
  const state = (await simulator.sim('GET', '/state?user=1002')) as {
    messages: object
    chats: { id: number }[]
  }
  expect(state.messages).toMatchObject({ 1002: [], [GROUP]: [{ text: 'to all' }] })
  expect(state.chats.map((chat) => chat.id)).toEqual([1002, GROUP])
})
