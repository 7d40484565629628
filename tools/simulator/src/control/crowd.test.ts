import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CrowdAdded, CrowdPeople, CrowdStatus, SimState } from '../page-api.ts'
import { soon, startSimulator, startWebhook } from '../testing.ts'
import type { TestSimulator, TestWebhook } from '../testing.ts'

let simulator: TestSimulator
let bot: TestWebhook
/** Answers of the webhook that are held back; 0: it answers at once. */
let held: (() => void)[] = []
let holding = false
let most = 0

beforeEach(async () => {
  simulator = await startSimulator({ bulkPerSecond: 0 })
  held = []
  holding = false
  most = 0
  bot = await startWebhook(({ update }, response) => {
    const { chat } = update['message'] as { chat: { id: number } }
    void simulator.api('sendMessage', { chat_id: chat.id, text: 'Привіт' })
    held.push(() => response.end())
    most = Math.max(most, held.length)
    if (!holding) for (const answer of held.splice(0)) answer()
  })
  await simulator.api('setWebhook', { url: bot.url, max_connections: 100 })
})
afterEach(async () => {
  await simulator.stop()
  await bot.stop()
})

const add = (body: object): Promise<CrowdAdded> =>
  simulator.sim('POST', '/crowd', body) as Promise<CrowdAdded>
const status = (): Promise<CrowdStatus> => simulator.sim('GET', '/crowd') as Promise<CrowdStatus>
const isReady = async (): Promise<void> => {
  await soon(async () => (await status()).working).toBe(false)
}
const send = (chat_id: number): Promise<unknown> => simulator.api('sendMessage', { chat_id, text: 'x' })

describe('a crowd', () => {
  it('presses START person by person, and then leaves without a word', async () => {
    const { firstId, lastId } = await add({ count: 60, blockedShare: 0.1, deactivated: 3 })
    expect(lastId - firstId).toBe(59)
    await isReady()
    expect(await status()).toEqual({
      ...{ size: 60, started: 60, delivered: 60, answered: 60 },
      ...{ blocked: 6, deactivated: 3, working: false },
    })
    expect(bot.received.map(({ update }) => Object.keys(update)[1])).toEqual(Array(60).fill('message'))
    const people = [...simulator.telegram.world.users.values()]
    const blocked = people.find((user) => user.blocked)
    const gone = people.find((user) => user.deactivated)
    expect(await send(blocked?.id ?? 0)).toMatchObject({
      description: 'Forbidden: bot was blocked by the user',
    })
    expect(await send(gone?.id ?? 0)).toMatchObject({ description: 'Forbidden: user is deactivated' })
  })

  it('has no more updates on their way at once than it was told', async () => {
    holding = true
    await add({ count: 30, inFlight: 7 })
    await soon(() => bot.received.length).toBe(7)
    expect(await status()).toMatchObject({ size: 30, started: 7, delivered: 0, working: true })
    holding = false
    for (const answer of held.splice(0)) answer()
    await isReady()
    expect(bot.received).toHaveLength(30)
    expect(most).toBe(7)
  })

  it('can have pressed START long ago, under ids of choice', async () => {
    expect(await add({ count: 5, press: false, firstId: 700 })).toEqual({
      created: 5,
      firstId: 700,
      lastId: 704,
    })
    expect(await status()).toMatchObject({ started: 5, delivered: 5, answered: 0, working: false })
    expect(bot.received).toEqual([])
    expect(await send(704)).toMatchObject({ ok: true })
    expect(await add({ count: 5, firstId: 704 })).toHaveProperty('error')
    expect((await add({ count: 1, press: false })).firstId).toBeGreaterThan(1_000_000)
  })

  it('has realistic names, some of which break careless programs', async () => {
    await add({ count: 200, press: false, languageCode: 'en' })
    const { people } = (await simulator.sim('GET', '/crowd/people?limit=200')) as CrowdPeople
    const names = people.map(({ firstName, lastName }) => [firstName, lastName].join(' '))
    expect(new Set(names).size).toBeGreaterThan(150)
    for (const odd of [/[\u0590-\u05ff]/u, /<b>.*&/u, /^=/u, /\p{Extended_Pictographic}/u]) {
      expect(names.some((name) => odd.test(name))).toBe(true)
    }
    expect(
      people.every(({ languageCode, firstName }) => languageCode === 'en' && firstName.length <= 64),
    ).toBe(true)
  })

  it('is found by name, user name or id, and not in the state of others', async () => {
    const { lastId } = await add({ count: 100, press: false })
    const search = async (words: string): Promise<CrowdPeople> =>
      (await simulator.sim('GET', `/crowd/people?limit=3&search=${encodeURIComponent(words)}`)) as CrowdPeople
    expect(await search(String(lastId))).toMatchObject({ total: 1, people: [{ id: lastId, crowd: true }] })
    expect((await search('')).people).toHaveLength(3)
    expect((await search('crowd_')).total).toBeGreaterThan(20)
    expect((await search('nobody at all')).total).toBe(0)
    const state = (await simulator.sim('GET', '/state')) as SimState
    expect(state.users).toHaveLength(5)
    expect(state.chats).toHaveLength(6)
    expect(state.crowd.size).toBe(100)
    const own = (await simulator.sim('GET', `/state?user=${lastId}`)) as SimState
    expect(own.users.map(({ id }) => id)).toContain(lastId)
    expect(Object.keys(own.messages)).toEqual([String(lastId)])
  })

  it('shows who got how much, and is gone when it is removed', async () => {
    const { firstId } = await add({ count: 10 })
    await isReady()
    await send(firstId)
    expect(await simulator.sim('GET', '/crowd/received')).toEqual({ 1: 9, 2: 1 })
    await simulator.sim('DELETE', '/crowd')
    expect(await status()).toMatchObject({ size: 0 })
    expect(await send(firstId)).toMatchObject({ description: 'Bad Request: chat not found' })
  })
})

it('judges everybody as silent when told so', async () => {
  const { firstId } = await add({ count: 1 })
  await isReady()
  await simulator.sim('DELETE', '/stats')
  await send(firstId)
  expect(await simulator.sim('GET', '/stats')).toMatchObject({ bulk: { sends: 0 }, outcomes: { sent: 1 } })
  await simulator.sim('POST', '/quiet')
  await send(firstId)
  await simulator.api('sendMessage', { chat_id: firstId, text: 'x', allow_paid_broadcast: true })
  expect(await simulator.sim('GET', '/stats')).toMatchObject({
    ...{ sends: 3, bulk: { sends: 1, perSecondMax: 1 }, paid: { sends: 1 }, outcomes: { sent: 3 } },
  })
})
