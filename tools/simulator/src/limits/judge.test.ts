import { describe, expect, it } from 'vitest'
import { Judge } from './judge.ts'
import type { Send } from './judge.ts'

const reply = (chatId: number, extra: Partial<Send> = {}): Send => ({
  method: 'sendMessage',
  chatId,
  isGroup: chatId < 0,
  proactive: false,
  paid: false,
  parts: 1,
  ...extra,
})
const bulk = (chatId: number, extra: Partial<Send> = {}): Send => reply(chatId, { proactive: true, ...extra })
type Rules = ConstructorParameters<typeof Judge>[0]
const judge = (rules: Partial<Rules> = {}): Judge =>
  new Judge({ bulkPerSecond: 30, paidPerSecond: 1000, totalPerSecond: 0, ...rules })

/** Rules broken by one send each `everyMs`, to a chat of its own unless `send` says otherwise. */
function broken(
  by: Judge,
  count: number,
  everyMs: number,
  send: (n: number) => Send,
): (string | undefined)[] {
  return Array.from({ length: count }, (_, n) => by.judge(n * everyMs, send(n))?.rule)
}

describe('bulk', () => {
  it('allows the cap and a tenth in any second', () => {
    const rules = broken(judge(), 34, 1, (n) => bulk(n + 1))
    expect(rules.slice(0, 33).every((rule) => rule === undefined)).toBe(true)
    expect(rules[33]).toBe('bulk-per-second')
  })

  it('is content with 33 a second for minutes', () => {
    expect(broken(judge(), 5000, 31, (n) => bulk(n + 1)).every((rule) => rule === undefined)).toBe(true)
  })

  it('does not bind answers', () => {
    expect(broken(judge(), 500, 1, (n) => reply(n + 1)).every((rule) => rule === undefined)).toBe(true)
  })

  it('does not bind paid broadcasts, which have a limit of their own', () => {
    const strict = judge()
    const paid = broken(strict, 1101, 0, (n) => bulk(n + 1, { paid: true }))
    expect(paid.slice(0, 1100).every((rule) => rule === undefined)).toBe(true)
    expect(paid[1100]).toBe('paid-per-second')
    expect(strict.judge(0, bulk(5000))).toBeUndefined()
  })

  it('says the figure, the limit and how long to wait', () => {
    const strict = judge({ bulkPerSecond: 1 })
    strict.judge(0, bulk(1))
    expect(strict.judge(10, bulk(2))).toEqual({
      rule: 'bulk-per-second',
      figure: 2,
      limit: 1,
      method: 'sendMessage',
      chatId: 2,
      retryAfter: 1,
    })
  })
})

it('holds all sends together under the total when there is one', () => {
  const rules = broken(judge({ totalPerSecond: 10 }), 12, 1, (n) => reply(n + 1))
  expect(rules[10]).toBeUndefined()
  expect(rules[11]).toBe('total-per-second')
})

describe('a private chat', () => {
  it('allows a burst of five', () => {
    const rules = broken(judge(), 6, 1, () => reply(1))
    expect(rules).toEqual([...Array<undefined>(5).fill(undefined), 'private-chat'])
  })

  it('allows one a second for ever, with some jitter', () => {
    const strict = judge()
    broken(strict, 5, 0, () => reply(1))
    const later = Array.from({ length: 300 }, (_, n) => {
      const jitter = n % 2 === 0 ? -200 : 0
      return strict.judge((n + 1) * 1000 + jitter, reply(1))
    })
    expect(later.every((verdict) => verdict === undefined)).toBe(true)
  })

  it('lets an album of ten through, which uses up the pace of the next seconds', () => {
    const strict = judge()
    expect(strict.judge(0, reply(1, { parts: 10 }))).toBeUndefined()
    expect(strict.judge(1000, reply(1))?.rule).toBe('private-chat')
    expect(strict.judge(6000, reply(1))).toBeUndefined()
  })
})

it('allows a group twenty a minute', () => {
  const strict = judge()
  const rules = broken(strict, 21, 100, () => reply(-5))
  expect(rules[19]).toBeUndefined()
  expect(rules[20]).toBe('group-per-minute')
  expect(strict.judge(59_000, reply(-5))?.rule).toBe('group-per-minute')
  expect(strict.judge(64_000, reply(-5))).toBeUndefined()
})

describe('a pause', () => {
  it('binds the chat that was told, after what was already on its way', () => {
    const strict = judge()
    strict.announcePause(0, reply(1), 5)
    expect(strict.judge(150, reply(1))).toBeUndefined()
    expect(strict.judge(1000, reply(1))).toMatchObject({ rule: 'sent-while-paused', retryAfter: 4 })
    expect(strict.judge(1000, reply(2))).toBeUndefined()
    expect(strict.judge(5000, reply(1))).toBeUndefined()
  })

  it('of a proactive send binds all proactive sends', () => {
    const strict = judge()
    strict.announcePause(0, bulk(1), 5)
    expect(strict.judge(900, bulk(2))).toBeUndefined()
    expect(strict.judge(1500, bulk(3))?.rule).toBe('sent-while-paused')
    expect(strict.judge(1500, reply(4))).toBeUndefined()
  })
})

it('forgets everything when cleared', () => {
  const strict = judge()
  broken(strict, 6, 0, () => reply(1))
  strict.announcePause(0, reply(1), 60)
  strict.clear()
  expect(strict.judge(1000, reply(1))).toBeUndefined()
})
