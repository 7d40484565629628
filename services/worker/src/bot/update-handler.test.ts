import { describe, expect, it, vi } from 'vitest'
import { createUpdateHandler } from './update-handler.ts'
import { fakeRepositories } from './testing/fake-repositories.ts'
import { INFORMATICS, MID_CAMPAIGN } from './testing/sample-offers.ts'
import { i18n, testChat } from './testing/test-chat.ts'

const never = new AbortController().signal

describe('handle', () => {
  it('names the chat of the update', async () => {
    const { repos } = fakeRepositories()
    const chat = testChat({ repos, userId: 9_007_199_254_740_991 })
    const update = { update_id: 1, message: chat.message({ text: '/help' }) }
    const handled = await chat.handler.handle(update, repos, never)
    expect(handled.chatId).toBe(9_007_199_254_740_991n)
    expect(() => JSON.stringify(handled.replies)).not.toThrow()
  })

  it('has no chat where there is none', async () => {
    const { repos } = fakeRepositories()
    const chat = testChat({ repos })
    expect(await chat.handler.handle({ update_id: 1, poll: {} }, repos, never)).toEqual({
      chatId: null,
      replies: [],
    })
  })

  it('throws what the database threw, not a wrapper that carries the update', async () => {
    const { repos } = fakeRepositories()
    const away = new Error('the database is away')
    repos.students.touch = () => Promise.reject(away)
    await expect(testChat({ repos }).say('таємниця')).rejects.toBe(away)
  })

  it('keeps updates that run at once apart', async () => {
    const { repos } = fakeRepositories([INFORMATICS])
    const chat = testChat({ repos })
    const updates = Array.from({ length: 20 }, (_, index) => ({
      update_id: index,
      message: { ...chat.message({ text: '/help' }), chat: { ...chat.chat, id: 1000 + index } },
    }))
    const handled = await Promise.all(updates.map((update) => chat.handler.handle(update, repos, never)))
    expect(handled.map(({ replies }) => replies)).toMatchObject(
      updates.map(({ message }) => [{ payload: { chat_id: message.chat.id } }]),
    )
  })

  it('runs nothing once it is told to stop', async () => {
    const { repos } = fakeRepositories()
    const chat = testChat({ repos })
    const update = { update_id: 1, message: chat.message({ text: '/help' }) }
    await expect(chat.handler.handle(update, repos, AbortSignal.abort(new Error('late')))).rejects.toThrow(
      'late',
    )
  })

  it.each([null, 5, 'x', {}, { update_id: 'x' }])('refuses what is no update: %j', async (input) => {
    const { repos } = fakeRepositories()
    await expect(testChat({ repos }).handler.handle(input, repos, never)).rejects.toThrow('This is no update')
  })

  it('answers a press that only leads on before it asks the database', async () => {
    const { repos } = fakeRepositories()
    const chat = testChat({ repos })
    repos.students.touch = () => Promise.reject(new Error('the database is away'))
    await expect(chat.pressData('1:h', 1)).rejects.toThrow('away')
    expect(chat.toasts).toEqual([undefined])
  })

  it('is not disturbed by an answer to a press that gets lost', async () => {
    const { repos } = fakeRepositories()
    const chat = testChat({ repos })
    const answerCallbackQuery = vi.fn(() => Promise.reject(new Error('query is too old')))
    const handler = createUpdateHandler({
      botInfo: { id: 1, is_bot: true, first_name: 'A', username: 'a' } as never,
      i18n,
      clock: { now: () => MID_CAMPAIGN },
      config: {
        ...{ adminIds: new Set(), bulkPerSecond: 30, monitoredOffersLimit: 5 },
        ...{ personalPlanDailyLimit: 3, accountLinkUrl: null },
        lookAtPlatform: () => Promise.reject(new Error('nobody looks')),
      },
      instantApi: { answerCallbackQuery, sendChatAction: () => Promise.resolve() },
      linkTokens: { claim: () => Promise.reject(new Error('no token here')) },
      shortlist: () => Promise.reject(new Error('no plan here')),
    })
    const message = { message_id: 1, date: 1, chat: chat.chat }
    const query = { id: 'q', from: chat.from, chat_instance: 'c', data: '1:h', message }
    const handled = await handler.handle({ update_id: 1, callback_query: query }, repos, never)
    expect(answerCallbackQuery).toHaveBeenCalledOnce()
    expect(handled.replies).toHaveLength(1)
  })
})

describe('apology', () => {
  const { repos } = fakeRepositories()
  const chat = testChat({ repos })

  it('says what happened, what is kept, and a code; always the same for one update', () => {
    const update = { update_id: 873_412_907, message: chat.message({ text: 'x' }) }
    const apology = chat.handler.apology(update)
    expect(apology.chatId).toBe(500n)
    expect(apology.replies[0]?.payload).toMatchObject({
      text:
        '😔\u00A0<b>Щось зламалося в нас, не в тебе</b>\n' +
        'Твої дані на місці, помилку записано. Спробуй ще раз за кілька хвилин. Код: <code>YE9B</code>',
    })
    expect(chat.handler.apology(update)).toEqual(apology)
  })

  it('speaks the language of Telegram, the database being out of reach', () => {
    const message = { ...chat.message({}), from: { ...chat.from, language_code: 'en' } }
    const [reply] = chat.handler.apology({ update_id: 1, message }).replies
    expect(JSON.stringify(reply)).toContain('Something broke on our side, not yours')
  })

  it.each([
    ['in a group', { message: { ...chat.message({}), chat: { id: -1, type: 'group' } } }],
    ['without a chat', { poll: {} }],
  ])('goes to nobody %s', (_name, content) => {
    expect(chat.handler.apology({ update_id: 1, ...content })).toEqual({ chatId: null, replies: [] })
  })
})

describe('tooFast', () => {
  it('says in both languages that something was skipped', () => {
    const { repos } = fakeRepositories()
    const { chatId, replies } = testChat({ repos }).handler.tooFast(77n)
    expect(chatId).toBe(77n)
    expect(replies[0]?.payload).toMatchObject({
      chat_id: 77,
      text:
        'Забагато повідомлень одразу: частину пропущено. Продовжимо за 10\u00A0секунд.\n\n' +
        'Too many messages at once: some were skipped. Let us go on in 10\u00A0seconds.',
    })
  })
})
