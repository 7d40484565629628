import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, syncCatalogue } from '@abitly/database'
import type { Database } from '@abitly/database'
import { createLinkTokens, linkTokenId } from '@abitly/queue'
import type { LinkTokens } from '@abitly/queue'
import { closeRedis, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createTestDatabase, createTestRedis } from '@abitly/testing'
import type { ControlledServer, TestDatabase } from '@abitly/testing'
import { MID_CAMPAIGN } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat, TestChatOptions } from '../testing/test-chat.ts'

/** Of the catalogue: Тарас Б., with grades of 2025. */
const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0002'
const OTHER_ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'
const LINKED = '<b>Чат з’єднано з акаунтом Abitly</b>'
const INVALID = '<b>Це посилання вже не діє</b>'

let server: TestDatabase
let database: Database
let redisServer: ControlledServer
let redis: Redis
let linkTokens: LinkTokens
let nextPerson = 800_000_000

beforeAll(async () => {
  ;[server, redisServer] = await Promise.all([createTestDatabase(), createTestRedis()])
  const connection = { url: server.url, schema: server.schema, ssl: false }
  await syncCatalogue({ ...connection, now: MID_CAMPAIGN })
  database = createDatabase({ ...connection, poolSize: 8 })
  redis = createRedis({ url: redisServer.url, profile: 'worker', name: 'test' })
  linkTokens = createLinkTokens(redis)
})
afterAll(async () => {
  await Promise.all([database.close(), closeRedis(redis)])
  await Promise.all([server.drop(), redisServer.stop()])
})

type Transaction = NonNullable<TestChatOptions['transaction']>
const committing: Transaction = (work) => database.transaction(work)

/** A process that dies after its work and before the commit. */
const dying: Transaction = (work) =>
  database.transaction(async (repos) => {
    await work(repos)
    throw new Error('the process died')
  })

function person(transaction: Transaction = committing, userId = (nextPerson += 1)): TestChat {
  return testChat({ repos: database.repositories, transaction, userId, linkTokens })
}

const token = (webUserId = ACCOUNT): Promise<string> =>
  linkTokens.mint({ webUserId }, { ttlSeconds: 600, now: MID_CAMPAIGN })
const press = (chat: TestChat, updateId: number, payload: string) =>
  chat.deliver({ update_id: updateId, message: chat.message({ text: `/start link_${payload}` }) })
const chatOf = async (account: string): Promise<bigint | undefined> =>
  (await database.repositories.accounts.chatOf(account))?.chatId
const forget = async (account: string): Promise<void> => {
  const chatId = await chatOf(account)
  if (chatId !== undefined) await database.repositories.accounts.disconnect(chatId)
}

describe('a link token', () => {
  it('is not burned by a process that dies between claim and commit: the update comes again and links', async () => {
    await forget(ACCOUNT)
    const secret = await token()
    const victim = person(dying)
    await expect(press(victim, 1, secret)).rejects.toThrow('the process died')
    expect(await redis.exists(`abitly:link:${secret}`)).toBe(0)
    expect(await chatOf(ACCOUNT)).toBeUndefined()

    const thief = person()
    await press(thief, 2, secret)
    expect(thief.last()).toContain(INVALID)

    const again = person(committing, Number(victim.chatId))
    await press(again, 1, secret)
    expect(again.last()).toContain(LINKED)
    expect(again.last()).toContain('Бали НМТ 2025 вже тут: 180 · 190 · 170 · 185.')
    expect(await chatOf(ACCOUNT)).toBe(victim.chatId)
    expect(await database.repositories.links.redeemed(victim.chatId, linkTokenId(secret))).toBe(ACCOUNT)
  })

  it('is not burned by an error of the database', async () => {
    await forget(ACCOUNT)
    const secret = await token()
    const broken: Transaction = (work) =>
      database.transaction((repos) => {
        const connect = () => Promise.reject(new Error('the database is away'))
        return work({ ...repos, accounts: { ...repos.accounts, connect } })
      })
    const victim = person(broken)
    await expect(press(victim, 11, secret)).rejects.toThrow('the database is away')
    const again = person(committing, Number(victim.chatId))
    await press(again, 11, secret)
    expect(again.last()).toContain(LINKED)
  })

  it('that two chats press at once links one of them', async () => {
    await forget(ACCOUNT)
    const secret = await token()
    const chats = [person(), person(), person()]
    await Promise.all(chats.map((chat, index) => press(chat, 21 + index, secret)))
    expect(chats.filter((chat) => chat.last().includes(LINKED))).toHaveLength(1)
    expect(chats.filter((chat) => chat.last().includes(INVALID))).toHaveLength(2)
  })

  it('beside another one for the same account, both pressed at once: one links, the other is asked', async () => {
    await forget(ACCOUNT)
    const [left, right] = [person(), person()]
    const [one, two] = [await token(), await token()]
    await Promise.all([press(left, 31, one), press(right, 32, two)])
    const said = [left.last(), right.last()]
    expect(said.filter((text) => text.includes(LINKED))).toHaveLength(1)
    expect(said.filter((text) => text.includes('з іншим чатом Telegram'))).toHaveLength(1)
  })
})

describe('an account in another chat', () => {
  it('moves on confirmation; a crash in between moves nothing, and its events are committed with it', async () => {
    await forget(ACCOUNT)
    const [old, fresh] = [person(), person()]
    await press(old, 41, await token())
    await press(fresh, 42, await token())
    const { data, messageId } = fresh.find('Перенести сюди')
    const crashed = person(dying, Number(fresh.chatId))
    await expect(crashed.pressData(data, messageId)).rejects.toThrow('the process died')
    expect(await chatOf(ACCOUNT)).toBe(old.chatId)

    const before = await database.repositories.accountEvents.unpublished(1000)
    const replies = await fresh.pressData(data, messageId)
    expect(await chatOf(ACCOUNT)).toBe(fresh.chatId)
    expect(replies.map(({ payload }) => BigInt(Number(payload['chat_id'])))).toContain(old.chatId)
    const events = (await database.repositories.accountEvents.unpublished(1000)).slice(before.length)
    expect(events).toMatchObject([{ event: 'moved', chatId: fresh.chatId, webUserId: ACCOUNT }])
  })
})

describe('a chat with another account', () => {
  it('is replaced on confirmation, and its grades come from the new account', async () => {
    await Promise.all([forget(ACCOUNT), forget(OTHER_ACCOUNT)])
    const chat = person()
    await press(chat, 51, await token(OTHER_ACCOUNT))
    await press(chat, 52, await token())
    await chat.press('Замінити')
    const results = await database.repositories.grades.ofStudent(chat.chatId)
    expect(results.map(({ nmtYear, source }) => [nmtYear, source])).toEqual([[2025, 'account']])
    expect(await chatOf(OTHER_ACCOUNT)).toBeUndefined()
  })
})

it('a chat that guesses is remembered in the database, and a good token stays good meanwhile', async () => {
  await forget(ACCOUNT)
  const chat = person()
  for (let guess = 0; guess < 10; guess += 1) await press(chat, 61 + guess, `guess-${guess}`)
  const secret = await token()
  await press(chat, 80, secret)
  expect(chat.last()).toContain('Забагато спроб')
  expect(await redis.exists(`abitly:link:${secret}`)).toBe(1)
  chat.clock.value = new Date(chat.clock.value.getTime() + 3_600_000)
  await press(chat, 81, secret)
  expect(chat.last()).toContain(LINKED)
})
