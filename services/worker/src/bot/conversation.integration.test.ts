import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, syncCatalogue } from '@abitly/database'
import type { Database } from '@abitly/database'
import { createTestDatabase } from '@abitly/testing'
import type { TestDatabase } from '@abitly/testing'
import { GRADES, MID_CAMPAIGN } from './testing/sample-offers.ts'
import { testChat } from './testing/test-chat.ts'
import type { TestChat } from './testing/test-chat.ts'

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await createTestDatabase()
  const connection = { url: server.url, schema: server.schema, ssl: false }
  await syncCatalogue({ ...connection, now: MID_CAMPAIGN })
  database = createDatabase({ ...connection, poolSize: 3 })
})
afterAll(async () => {
  await database.close()
  await server.drop()
})

/** A student whose every update runs in a transaction of its own, as in the worker. */
function student(userId: number): TestChat {
  return testChat({
    userId,
    repos: database.repositories,
    transaction: (work) => database.transaction(work),
  })
}

const offer = (offerId: number): string => `https://vstup.osvita.ua/y2025/r14/282/${offerId}/`

describe('a conversation on a real database', () => {
  it('leads from the greeting over the example to a score of one’s own', async () => {
    const chat = student(700_000_001)
    await chat.say('/start')
    expect(chat.last()).toContain('Привіт! Це Abitly')
    await chat.press('Показати на прикладі')
    expect(chat.last()).toContain('<b>Твій бал: 183,571</b>')
    expect(chat.last()).toContain('Демонстраційні дані')
    await chat.press('Додати свої бали')
    await chat.press('2025')
    await chat.press('Фізика')
    await chat.say('180')
    await chat.say('250')
    await chat.say('190 170 185')
    expect(chat.last()).toContain('<b>Твій бал: 183,571</b>')
    expect(await database.repositories.grades.ofStudent(chat.chatId)).toEqual([
      { nmtYear: 2025, source: 'own', grades: GRADES },
    ])
    expect(await database.repositories.dialogues.find(chat.chatId)).toBeNull()
  })

  it('keeps one live keyboard, and tells an old button from the live one', async () => {
    const chat = student(700_000_002)
    await chat.say(offer(1481286))
    await chat.press('Додати бали НМТ')
    const { data, messageId } = chat.find('2024')
    await chat.pressData(data, messageId)
    await chat.pressData(data, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    await chat.press('Хімія')
    const replies = await chat.say('150')
    expect(replies.map(({ method }) => method)).toEqual(['editMessageReplyMarkup', 'sendMessage'])
    expect(replies[0]?.payload['message_id']).toBe(messageId)
    await chat.press('Скасувати')
    expect(await database.repositories.grades.ofStudent(chat.chatId)).toEqual([])
  })

  it('follows five offers and swaps the sixth for one of them', async () => {
    const chat = student(700_000_003)
    const ids = [1481286, 1471392, 1481184, 1449116, 1465936, 1557584]
    for (const offerId of ids) {
      await chat.say(`vstup.edbo.gov.ua/offer/${offerId}`)
      await chat.press('Стежити')
      chat.clock.value = new Date(chat.clock.value.getTime() + 1000)
    }
    expect(chat.toasts.slice(-2)).toEqual(['Стежимо: 5 з 5', undefined])
    expect(chat.last()).toContain('<b>Усі 5 місць зайнято</b>')
    const first = chat.lastButtons()[0] ?? ''
    const { data, messageId } = chat.find(first)
    await chat.pressData(data, messageId)
    await chat.pressData(data, messageId)
    const followed = await database.repositories.tracking.list(chat.chatId)
    expect(followed.map(({ offerId }) => offerId)).toEqual(ids.slice(1))
  })

  it('leaves nothing behind when an update fails half-way', async () => {
    const chat = testChat({
      userId: 700_000_004,
      repos: database.repositories,
      transaction: (work) =>
        database.transaction(async (repos) => {
          await work(repos)
          throw new Error('the process died')
        }),
    })
    await expect(chat.say('/start')).rejects.toThrow('the process died')
    const again = student(700_000_004)
    await again.say('/start')
    expect(again.last()).toContain('Привіт! Це Abitly')
  })

  it('remembers the language and the hint between updates', async () => {
    const chat = student(700_000_005)
    await chat.say('/language')
    await chat.press('English')
    expect(await chat.say('hello')).toHaveLength(1)
    expect(chat.last()).toContain('Nothing matches these words')
    expect(await chat.say('hello?')).toMatchObject([{ method: 'setMessageReaction' }])
  })
})
