import { closeRedis, createLogger, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import type { BotApi, SendOutcome } from '@abitly/telegram'
import { createTestRedis, fixedClock, waitFor } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { activeAlerts } from './alert-flags.ts'
import type { FlagOptions } from './alert-flags.ts'
import { loadAlertTexts } from './alert-texts.ts'
import { createAlerts } from './alerts.ts'
import type { Alerts } from './alerts.ts'
import type { Condition, Finding } from './condition.ts'

const START = new Date('2026-07-24T09:00:00Z')
const i18n = loadAlertTexts()
const silent = createLogger({ service: 'test', level: 'silent' })
const BACKLOG: Condition = { kind: 'backlog', id: 'backlog', ageMs: 65_000, chats: 3 }
const LETTERS: Condition = { kind: 'dead-letters', id: 'dead-letters', ageMs: 0, count: 1, codes: [] }
const FLAG = 'bot_alert_sent:backlog'
/** Nothing but the state decides: no test waits for calm. */
const AT_ONCE: FlagOptions = { sendingMs: 120_000, calmMs: 0 }
const ADMINS = [11n, 12n]

let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
})
beforeEach(() => redis.flushall())
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})

const finding = (...found: Condition[]): Finding => ({ found, checked: () => true })
const TROUBLE = finding(BACKLOG)
const WELL = finding()

type Answer = (chat: number, text: string) => SendOutcome | undefined | Promise<SendOutcome | undefined>

/** A Telegram that answers as told. `log`: what reached whom, 🔴 or 🟢. */
function telegram(answer: Answer = () => undefined) {
  const log: string[] = []
  const texts: string[] = []
  const call: BotApi['call'] = async (_method, payload, { claim } = {}) => {
    if (claim !== undefined && !(await claim())) return { kind: 'withdrawn' }
    const [chat, text] = [Number(payload['chat_id']), String(payload['text'])]
    const outcome = (await answer(chat, text)) ?? { kind: 'sent', result: { message_id: 1 } }
    if (outcome.kind === 'sent') {
      log.push(`${Array.from(text)[0] ?? ''} ${chat}`)
      texts.push(text)
    }
    return outcome
  }
  return { call, log, texts }
}

const clock = fixedClock(START)
function replica(api: Pick<BotApi, 'call'>, more: Partial<Parameters<typeof createAlerts>[0]> = {}): Alerts {
  const languageOf = async () => 'uk' as const
  return createAlerts({
    ...{ redis, api, adminIds: ADMINS, languageOf, i18n, logger: silent, clock, timing: AT_ONCE },
    ...more,
  })
}
const flag = () => redis.get(FLAG)
const sorted = (log: readonly string[]) => [...log].sort()
const AWAY: SendOutcome = { kind: 'unreachable', reason: 'ECONNREFUSED' }

describe('an alert', () => {
  it('reaches each admin once when it begins and once when it ends', async () => {
    const bot = telegram()
    const alerts = replica(bot)
    expect(await alerts.settle(TROUBLE)).toEqual({ conditions: 1, told: 2 })
    expect(await flag()).toBe('sent')
    expect(await redis.ttl(FLAG)).toBe(-1)
    expect(await alerts.settle(TROUBLE)).toEqual({ conditions: 1, told: 0 })
    expect(await alerts.settle(WELL)).toEqual({ conditions: 0, told: 2 })
    expect(await flag()).toBeNull()
    expect(await alerts.settle(WELL)).toEqual({ conditions: 0, told: 0 })
    expect(sorted(bot.log)).toEqual(['🔴 11', '🔴 12', '🟢 11', '🟢 12'])
  })

  it('is sent by one of ten replicas that settle at once, and so is its end', async () => {
    const bot = telegram()
    const timing = { sendingMs: 120_000, calmMs: 60_000 }
    const replicas = Array.from({ length: 10 }, () => replica(bot, { timing }))
    await Promise.all(replicas.map((alerts) => alerts.settle(finding(BACKLOG, LETTERS))))
    expect(sorted(bot.log)).toEqual(['🔴 11', '🔴 11', '🔴 12', '🔴 12'])
    // As if a minute had passed: nothing changes twice in a short time.
    for (const id of ['backlog', 'dead-letters'])
      await redis.hset(`{bot_alert_sent:${id}}:note`, 'changed', 0)
    await Promise.all(replicas.map((alerts) => alerts.settle(WELL)))
    expect(sorted(bot.log.slice(4))).toEqual(['🟢 11', '🟢 11', '🟢 12', '🟢 12'])
    await Promise.all(replicas.map((alerts) => alerts.settle(WELL)))
    expect(bot.log).toHaveLength(8)
  })

  it('each time it comes back begins and ends anew', async () => {
    const bot = telegram()
    const alerts = replica(bot, { adminIds: [11n] })
    for (const look of [TROUBLE, WELL, TROUBLE, TROUBLE, WELL, WELL, TROUBLE]) await alerts.settle(look)
    expect(bot.log).toEqual(['🔴 11', '🟢 11', '🔴 11', '🟢 11', '🔴 11'])
  })

  it('does not begin again for a replica that looked a moment too early', async () => {
    const bot = telegram()
    const timing = { sendingMs: 120_000, calmMs: 60_000 }
    await replica(bot).settle(TROUBLE)
    await replica(bot, { timing }).settle(WELL)
    expect(bot.log).toHaveLength(2)
    await redis.hset(`{${FLAG}}:note`, 'changed', 0)
    await replica(bot, { timing }).settle(WELL)
    expect(bot.log).toHaveLength(4)
    await replica(bot, { timing }).settle(TROUBLE)
    expect(bot.log).toHaveLength(4)
  })

  it('goes on while nobody can tell whether it is over', async () => {
    const bot = telegram()
    const alerts = replica(bot)
    await alerts.settle(TROUBLE)
    await alerts.settle({ found: [], checked: (id) => id !== 'backlog' })
    expect(await flag()).toBe('sent')
    expect(bot.log).toHaveLength(2)
  })

  it('speaks the language of each admin, and Ukrainian when that cannot be asked', async () => {
    const bot = telegram()
    const languageOf = async (admin: bigint) => {
      if (admin === 11n) return 'en' as const
      throw new Error('the database is away')
    }
    await replica(bot, { languageOf }).settle(TROUBLE)
    expect(bot.texts.join()).toMatch(/oldest message/)
    expect(bot.texts.join()).toMatch(/Найстарше/)
  })

  it('counts from when it really began, and says how long it lasted', async () => {
    const bot = telegram()
    const alerts = replica(bot, { adminIds: [11n] })
    await alerts.settle(TROUBLE)
    clock.set(new Date(START.getTime() + 55_000))
    await alerts.settle(WELL)
    clock.set(START)
    expect(bot.texts[1]?.replaceAll('\u2060', '')).toContain('11:58:55–12:00:55')
  })

  it('stands in the log once when it begins and once when it ends', async () => {
    const [error, info] = [vi.fn(), vi.fn()]
    const logger = { ...silent, error, info, warn: vi.fn() } as never
    const alerts = replica(telegram(), { logger })
    for (const look of [TROUBLE, TROUBLE, WELL, WELL]) await alerts.settle(look)
    expect([error.mock.calls.length, info.mock.calls.length]).toEqual([1, 1])
  })

  it('is flagged under the name others know', async () => {
    const polling: Condition = {
      ...{ kind: 'role', id: 'role:polling', ageMs: 300_000, service: 'polling', heard: true },
    }
    await replica(telegram()).settle(finding(polling))
    expect(await redis.get('bot_polling_alert_sent')).toBe('sent')
  })

  it('that somebody else has flagged is not told again', async () => {
    const bot = telegram()
    await redis.set(FLAG, 'sent')
    await replica(bot).settle(TROUBLE)
    expect(bot.log).toEqual([])
    await replica(bot).settle(WELL)
    expect(sorted(bot.log)).toEqual(['🟢 11', '🟢 12'])
  })
})

describe('an admin who cannot be reached', () => {
  it('for now is told at the next run, and nobody else twice', async () => {
    let away = true
    const bot = telegram((chat) => (away && chat === 12 ? AWAY : undefined))
    const alerts = replica(bot)
    expect(await alerts.settle(TROUBLE)).toEqual({ conditions: 1, told: 1 })
    expect(await flag()).not.toBe('sent')
    await waitFor(async () => (await flag()) === null, { what: 'the next run to be allowed' })
    away = false
    expect(await replica(bot).settle(TROUBLE)).toEqual({ conditions: 1, told: 1 })
    expect(bot.log).toEqual(['🔴 11', '🔴 12'])
    expect(await flag()).toBe('sent')

    away = true
    await alerts.settle(WELL)
    await waitFor(async () => (await flag()) !== 'sending', { what: 'the next run to be allowed' })
    away = false
    await alerts.settle(WELL)
    expect(bot.log.slice(2)).toEqual(['🟢 11', '🟢 12'])
    await alerts.settle(WELL)
    expect(bot.log).toHaveLength(4)
  })

  it('ever keeps nothing from the others, and is not tried each minute', async () => {
    const bot = telegram((chat) => (chat === 11 ? { kind: 'blocked', reason: 'bot was blocked' } : undefined))
    const alerts = replica(bot)
    for (const look of [TROUBLE, TROUBLE, WELL]) await alerts.settle(look)
    expect(bot.log).toEqual(['🔴 12', '🟢 12'])
  })

  it('because Redis fails the limiter is told at the next run', async () => {
    let broken = true
    const bot = telegram(() => {
      if (broken) throw new Error('SEND_BUDGET_UNREACHABLE')
      return undefined
    })
    await replica(bot).settle(TROUBLE)
    await waitFor(async () => (await flag()) === null, { what: 'the next run to be allowed' })
    broken = false
    await replica(bot).settle(TROUBLE)
    expect(sorted(bot.log)).toEqual(['🔴 11', '🔴 12'])
  })

  it('hears only the end, when Telegram was away all the time', async () => {
    let away = true
    const bot = telegram(() => (away ? AWAY : undefined))
    const alerts = replica(bot)
    await alerts.settle(TROUBLE)
    away = false
    await waitFor(async () => (await flag()) === null, { what: 'the next run to be allowed' })
    await alerts.settle(WELL)
    expect(sorted(bot.log)).toEqual(['🟢 11', '🟢 12'])
  })

  it('of the end only, hears of no new beginning before, nor twice of the old one', async () => {
    let away = false
    const bot = telegram((chat) => (away && chat === 12 ? AWAY : undefined))
    const alerts = replica(bot)
    await alerts.settle(TROUBLE)
    away = true
    await alerts.settle(WELL)
    away = false
    await waitFor(async () => (await flag()) !== 'sending', { what: 'the next run to be allowed' })
    // Back again: 11 must hear of it, to 12 it never was away.
    await alerts.settle(TROUBLE)
    expect(bot.log).toEqual(['🔴 11', '🔴 12', '🟢 11', '🔴 11'])
  })
})

describe('a watcher that dies or freezes while it tells', () => {
  const short: FlagOptions = { sendingMs: 200, calmMs: 0 }

  it('is followed after its time, by one that tells only who was not told', async () => {
    const bot = telegram((chat) => (chat === 12 ? new Promise(() => undefined) : undefined))
    void replica(bot, { timing: { sendingMs: 1_000, calmMs: 0 } }).settle(TROUBLE)
    await expect.poll(() => redis.hget(`{${FLAG}}:note`, 'told:11')).toBe('start')
    const successor = telegram()
    await replica(successor).settle(TROUBLE)
    expect(successor.log).toEqual([])
    await waitFor(async () => (await flag()) === null, { what: 'the flag to run out' })
    await replica(successor).settle(TROUBLE)
    expect(successor.log).toEqual(['🔴 12'])
  })

  it('says nothing more when it thaws', async () => {
    const frozen = telegram()
    const successor = telegram()
    const languageOf = async () => {
      await waitFor(async () => (await flag()) === null, { what: 'the flag to run out' })
      await replica(successor).settle(TROUBLE)
      return 'uk' as const
    }
    await replica(frozen, { timing: short, languageOf, adminIds: [11n] }).settle(TROUBLE)
    expect(frozen.log).toEqual([])
    expect(sorted(successor.log)).toEqual(['🔴 11', '🔴 12'])
    expect(await flag()).toBe('sent')
  })

  it('in the middle of an end is followed as well', async () => {
    const first = telegram()
    await replica(first).settle(TROUBLE)
    const dying = telegram((chat) => (chat === 12 ? new Promise(() => undefined) : undefined))
    void replica(dying, { timing: { sendingMs: 1_000, calmMs: 0 } }).settle(WELL)
    await expect.poll(() => redis.hget(`{${FLAG}}:note`, 'told:11')).toBe('end')
    await waitFor(async () => (await flag()) === null, { what: 'the flag to run out' })
    const successor = telegram()
    await replica(successor).settle(WELL)
    expect(successor.log).toEqual(['🟢 12'])
    expect(await redis.exists(FLAG, `{${FLAG}}:note`)).toBe(0)
  })
})

describe('what is alerted', () => {
  it('is listed with its facts, the longest-lasting first, and nothing that is over', async () => {
    const alerts = replica(telegram())
    await alerts.settle(finding(LETTERS, BACKLOG))
    expect(await activeAlerts(redis)).toEqual([
      { id: 'backlog', since: new Date(START.getTime() - 65_000), condition: BACKLOG },
      { id: 'dead-letters', since: START, condition: LETTERS },
    ])
    await alerts.settle(WELL)
    expect(await activeAlerts(redis)).toEqual([])
  })

  it('leaves nothing in Redis once it is over', async () => {
    const alerts = replica(telegram())
    for (const look of [TROUBLE, WELL, WELL]) await alerts.settle(look)
    expect(await redis.keys('*')).toEqual([])
  })
})
