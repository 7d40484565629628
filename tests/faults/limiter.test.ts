import type { LimiterOptions, SendLane } from '../../packages/telegram/src/index.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { busiestSecond, rateOf, scriptsPerSend, startLimiterFleet } from './support/limiter-fleet.ts'
import type { LimiterFleet, SenderOptions, Sent } from './support/limiter-fleet.ts'

const SECOND = 1_000_000
/** Timers are this exact, in microseconds. */
const TICK = 10_000

let fleet: LimiterFleet
afterEach(() => fleet.stop())

const budget = (over: Partial<LimiterOptions> = {}): LimiterOptions => ({
  bulkPerSecond: 300,
  repliesPerSecond: 1_000,
  chatIntervalMs: 1_000,
  groupPerMinute: 20,
  ...over,
})
const four = (sender: SenderOptions): SenderOptions[] => Array.from({ length: 4 }, () => sender)
const inLane = (sent: readonly Sent[], lane: SendLane) => sent.filter((one) => one.lane === lane)

describe('the window of the fleet', () => {
  it.each<[SendLane, number, number]>([
    ['bulk', 30, 150],
    ['bulk', 300, 1_500],
    ['reply', 30, 150],
    ['reply', 300, 1_500],
  ])('of %s holds exactly: 4 processes, %i a second', async (lane, cap, count) => {
    const options = budget({ bulkPerSecond: cap, repliesPerSecond: cap })
    fleet = await startLimiterFleet(options, four({ lane, callers: Math.ceil(cap / 2), jitterMs: 100 }))
    const sent = await fleet.sentEnough(({ length }) => length >= count, `${count} sends`)

    expect(busiestSecond(sent)).toBeLessThanOrEqual(cap)
    expect(rateOf(sent)).toBeGreaterThan(cap * 0.8)
    expect(new Set(sent.map(({ pid }) => pid)).size).toBe(4)
  })

  it.each([1, 4])('costs Redis little: %i process(es)', async (processes) => {
    const senders = four({ lane: 'bulk', callers: 150 }).slice(0, processes)
    fleet = await startLimiterFleet(budget(), senders)
    const sent = await fleet.sentEnough(({ length }) => length >= 1_500, '1500 sends')
    expect(scriptsPerSend(sent)).toBeLessThanOrEqual(3)
  })
})

describe('a reply', () => {
  it('never waits while 4 processes saturate bulk, even in a chat that bulk writes to', async () => {
    fleet = await startLimiterFleet(budget(), four({ lane: 'bulk', callers: 150 }))
    await fleet.sentEnough(({ length }) => length >= 300, 'bulk to be saturated')
    const recipients = fleet.sent().map(({ chat }) => chat)
    for (const chat of [...recipients.slice(-100), ...Array.from({ length: 100 }, (_, id) => id + 1)]) {
      expect(await fleet.limiter.take('reply', chat)).toMatchObject({ granted: true, waitMs: 0 })
    }
  })
})

describe('a 429', () => {
  /** Outlasts what a test waits for. */
  const LONG_MS = 60_000
  const SHORT_MS = 3_000
  /** Two processes that saturate bulk and two that reply now and then, in eight chats that all of them share. */
  const start = async () => {
    const bulk: SenderOptions = { lane: 'bulk', callers: 60, chats: 8, jitterMs: 0 }
    const reply: SenderOptions = { lane: 'reply', callers: 24, chats: 8, jitterMs: 500 }
    fleet = await startLimiterFleet(budget({ bulkPerSecond: 60, chatIntervalMs: 20 }), [
      bulk,
      bulk,
      reply,
      reply,
    ])
    await fleet.sentEnough((sent) => pairs(sent) === 4 * 8, 'every process to send to every chat')
  }
  const pairs = (sent: readonly Sent[]) => new Set(sent.map(({ pid, chat }) => `${pid}:${chat}`)).size
  const since = (sent: readonly Sent[], moment: number) => sent.filter(({ at }) => at > moment)

  /** Lets Telegram refuse, and returns the moment from which no process may use a slot of the pause. */
  async function refuse(lane: SendLane, pauseMs: number, ...chats: number[]) {
    for (const chat of chats) await fleet.limiter.refuse(lane, chat, pauseMs)
    return (await fleet.now()) + TICK
  }

  it('to a reply stops its chat, in all processes and both lanes, and no other chat', async () => {
    await start()
    const paused = await refuse('reply', LONG_MS, 5)
    const isOther = ({ chat }: Sent) => chat !== 5
    const goesOn = (all: Sent[]) => pairs(since(all, paused).filter(isOther)) === 4 * 7
    const sent = since(await fleet.sentEnough(goesOn, 'all to go on in the other chats'), paused)
    expect(sent.filter((one) => !isOther(one))).toEqual([])
  })

  it('to bulk stops bulk in all processes, and no reply', async () => {
    await start()
    const paused = await refuse('bulk', LONG_MS, 5)
    const goesOn = (all: Sent[]) => pairs(inLane(since(all, paused), 'reply')) === 2 * 8
    const sent = since(await fleet.sentEnough(goesOn, 'replies to go on'), paused)
    expect(inLane(sent, 'bulk')).toEqual([])
  })

  it.each<SendLane>(['reply', 'bulk'])('to %s ends with its time: all go on', async (lane) => {
    await start()
    const over = (await refuse(lane, SHORT_MS, 5)) + SHORT_MS * 1_000
    await fleet.sentEnough((all) => pairs(since(all, over)) === 4 * 8, 'all to go on')
  })

  it('in several chats stops everything', async () => {
    await start()
    const paused = await refuse('reply', SHORT_MS, 5, 6)
    const over = paused + SHORT_MS * 1_000
    const sent = await fleet.sentEnough((all) => pairs(since(all, over)) === 4 * 8, 'all to go on')
    expect(since(sent, paused).filter(({ at }) => at < over - SECOND / 2)).toEqual([])
  })
})

describe('a process that freezes', () => {
  it('uses no slot of that time when it thaws', async () => {
    fleet = await startLimiterFleet(budget({ bulkPerSecond: 100 }), four({ lane: 'bulk', callers: 60 }))
    await fleet.sentEnough(({ length }) => length >= 200, 'bulk to be saturated')
    const frozen = fleet.processes[0]!
    frozen.kill('SIGSTOP')
    const stopped = await fleet.now()
    await fleet.sentEnough((sent) => sent.some(({ at }) => at > stopped + 2 * SECOND), 'the others to go on')
    frozen.kill('SIGCONT')
    const thawed = await fleet.now()
    const isBack = ({ pid, at }: Sent) => pid === frozen.pid && at > thawed
    const sent = await fleet.sentEnough((all) => all.some(isBack), 'it to go on')
    // At most what was past its last question when it froze.
    expect(sent.filter(({ at, went }) => went - at > SECOND).length).toBeLessThanOrEqual(2)
    expect(busiestSecond(sent)).toBeLessThanOrEqual(100)
  })
})

describe('Redis dying under saturated bulk', () => {
  const CAP = 100
  const since = (sent: readonly Sent[], moment: number) => sent.filter(({ at }) => at > moment)

  beforeEach(async () => {
    const senders = four({ lane: 'bulk', callers: 60, jitterMs: 10 })
    fleet = await startLimiterFleet(budget({ bulkPerSecond: CAP }), senders)
    await fleet.sentEnough(({ length }) => length >= 2 * CAP, 'bulk to be saturated')
  })

  /** Bulk goes on, in all processes and as fast as before, and never faster. */
  async function expectToGoOn(): Promise<Sent[]> {
    const back = await fleet.now()
    const sent = await fleet.sentEnough((all) => since(all, back).length >= 3 * CAP, 'bulk to go on')
    expect(busiestSecond(sent)).toBeLessThanOrEqual(CAP)
    expect(rateOf(since(sent, back))).toBeGreaterThan(CAP * 0.8)
    expect(new Set(since(sent, back).map(({ pid }) => pid)).size).toBe(4)
    return sent
  }

  it('and coming back with all it knew uses no slot that it kept from being used', async () => {
    await fleet.server.kill()
    const quiet = (sent: readonly Sent[]) =>
      Date.now() * 1e3 - Math.max(...sent.map(({ went }) => went)) > 2 * SECOND
    await fleet.sentEnough(quiet, 'everybody to miss Redis')
    await fleet.server.restart()
    const sent = await expectToGoOn()
    expect(sent.filter(({ at, went }) => went - at > SECOND)).toEqual([])
  })

  it('and coming back empty, within the second, does not send the same second twice', async () => {
    // From the flush on nobody may write, until Redis is killed.
    await fleet.redis.multi().flushall().client('PAUSE', 60_000, 'ALL').exec()
    await fleet.server.kill()
    await fleet.server.restart()
    await expectToGoOn()
  })
})
