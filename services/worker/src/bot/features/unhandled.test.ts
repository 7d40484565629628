import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { INFORMATICS } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const HINT = 'Надішли посилання на пропозицію або напиши її назву — порахую бал, місце та шанс.'
const NOTHING = 'За цими словами нічого немає'
const HOUR = 60 * 60 * 1000

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

beforeEach(() => {
  const fake = fakeRepositories([INFORMATICS])
  data = fake.data
  chat = testChat({ repos: fake.repos })
})

describe('a text that leads nowhere', () => {
  const text = (messageId: number, words: string): object => ({
    update_id: messageId,
    message: { ...chat.message({ text: words }), message_id: messageId },
  })

  it('is answered in words at most once an hour', async () => {
    expect(await chat.deliver(text(1, 'привіт'))).toHaveLength(1)
    expect(chat.last()).toContain(NOTHING)
    expect(chat.lastButtons()).toEqual(['Де взяти посилання', '‹ Меню'])
    expect(chat.reactions.size).toBe(0)
    chat.clock.value = new Date(chat.clock.value.getTime() + HOUR)
    expect(await chat.deliver(text(2, 'агов'))).toMatchObject([{ method: 'sendMessage' }])
  })

  it('is shrugged at in between, so that nobody thinks the bot dead', async () => {
    await chat.deliver(text(1, 'інфарматка'))
    expect(await chat.deliver(text(2, 'інфармтака'))).toEqual([
      {
        method: 'setMessageReaction',
        payload: { chat_id: 500, message_id: 2, reaction: [{ type: 'emoji', emoji: '🤷' }] },
      },
    ])
    expect([...chat.reactions.keys()]).toEqual([2])
    expect(chat.messages.size).toBe(1)
    expect(await chat.deliver({ update_id: 3, message: chat.message({ sticker: { emoji: '👍' } }) })).toEqual(
      [],
    )
  })

  it.each([
    ['a letter to somebody', 'інформатика '.repeat(9)],
    ['no word at all', '🎓!'],
  ])('is not searched for when it is %s', async (_name, text) => {
    await chat.say(text)
    expect(chat.last()).toBe(HINT)
    expect(data.searches.size).toBe(0)
  })

  it.each([
    ['a sticker', { sticker: { emoji: '👍' } }],
    ['a picture', { photo: [], caption: 'мій диплом' }],
    ['a place', { location: { latitude: 50, longitude: 30 } }],
    ['a new title', { new_chat_title: 'x' }],
  ])('any other message is not: %s', async (_name, content) => {
    expect(await chat.deliver({ update_id: 1, message: chat.message(content) })).toEqual([])
  })

  it.each([
    ['an edited message', { edited_message: { message_id: 1, date: 1, text: 'x' } }],
    [
      'a channel post',
      { channel_post: { message_id: 1, date: 1, chat: { id: -5, type: 'channel' }, text: 'x' } },
    ],
    ['an inline query', { inline_query: { id: '1', from: { id: 5 }, query: '', offset: '' } }],
    ['something of the future', { news: { flash: 1 } }],
  ])('any other update is not: %s', async (_name, content) => {
    const edited =
      'edited_message' in content
        ? { edited_message: { ...content.edited_message, chat: chat.chat } }
        : content
    expect(await chat.deliver({ update_id: 1, ...edited })).toEqual([])
  })
})

describe('a command without its slash', () => {
  it.each([
    ['меню', 'start'],
    ['Start', 'start'],
    ['/menu', 'start'],
    ['help', 'help'],
    ['Допомога', 'help'],
  ])('%j does as /%s', async (word, command) => {
    await chat.say('/start')
    await chat.say(`/${command}`)
    const answer = chat.last()
    const [reply] = await chat.say(word)
    expect(reply?.method).toBe('sendMessage')
    expect(chat.last()).toBe(answer)
  })
})

describe('a command nobody knows', () => {
  it.each(['/foo', '/broadcast', '/notifyOpenDaysUpdate', '/campaigns', '/stats', '/health', '/myoffer'])(
    'is answered the same, whoever it belongs to: %s',
    async (command) => {
      await chat.say(command)
      expect(chat.last()).toBe('Такої команди немає. Усі, що є, — у /help.')
      expect(chat.lastButtons()).toEqual(['‹ Меню'])
    },
  )
})

describe('a button nobody knows', () => {
  it.each(['', '0:m', '1:zz', 'f1.u:t:5754:3:9k'])('leads to the menu: %j', async (button) => {
    await chat.say('/start')
    await chat.pressData(button, chat.find('Допомога').messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('<b>Меню</b>')
  })

  it('of a message that is out of reach is answered by a new one', async () => {
    const message = { message_id: 5, date: 0, chat: chat.chat }
    const query = { id: 'q', from: chat.from, chat_instance: 'c', data: '1:h', message }
    const [reply] = await chat.deliver({ update_id: 9, callback_query: query })
    expect(reply?.method).toBe('sendMessage')
  })

  it('is pressed once: one answer, whatever happens after it', async () => {
    await chat.say('/start')
    await chat.press('Допомога')
    await chat.press('‹ Меню')
    expect(chat.toasts).toEqual([undefined, undefined])
  })
})

describe('a group', () => {
  const inGroup = (text: string): Promise<unknown[]> =>
    chat.deliver({
      update_id: 7,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: -100, type: 'supergroup', title: 'Г' },
        from: chat.from,
        text,
      },
    })

  it.each(['/start', '/help@abitly_bot', '/HELP@Abitly_Bot', '/anything@abitly_bot'])(
    'is pointed to the private chat by %s',
    async (text) => {
      const [reply] = await inGroup(text)
      expect(reply).toMatchObject({
        method: 'sendMessage',
        payload: {
          chat_id: -100,
          text: 'Рахую бали лише в особистому чаті.',
          reply_markup: { inline_keyboard: [[{ text: 'Відкрити чат', url: 'https://t.me/abitly_bot' }]] },
        },
      })
      expect(data.students.size).toBe(0)
    },
  )

  it.each(['привіт', '/foo', '/start@other_bot', 'vstup.edbo.gov.ua/offer/1481286'])(
    'hears nothing about %j',
    async (text) => {
      expect(await inGroup(text)).toEqual([])
      expect(data.students.size).toBe(0)
    },
  )
})

describe('being blocked', () => {
  const member = (status: string, type = 'private'): Promise<unknown[]> =>
    chat.deliver({
      update_id: 8,
      my_chat_member: {
        chat: { ...chat.chat, type },
        from: chat.from,
        date: 1,
        old_chat_member: { status: 'member', user: chat.from },
        new_chat_member: { status, user: chat.from, until_date: 0 },
      },
    })

  it('is noted and not answered; so is being let in again', async () => {
    await chat.say('/start')
    expect(await member('kicked')).toEqual([])
    expect(data.unreachable.get(chat.chatId)).toBe('blocked')
    expect(await member('member')).toEqual([])
    expect(data.unreachable.has(chat.chatId)).toBe(false)
  })

  it('concerns private chats only', async () => {
    await member('kicked', 'group')
    expect(data.unreachable.size).toBe(0)
  })
})
