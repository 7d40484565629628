import type { Database, Repositories, UpdateRecord } from '@abitly/database'
import type { LaneHead } from '@abitly/queue'
import { Fault } from '@abitly/runtime'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '../bot/reply.ts'
import type { UpdateHandler } from '../bot/update-handler.ts'
import { createUpdateLane } from './update-lane.ts'

const NOW = new Date('2026-07-24T10:00:00Z')
const REPLY: Reply = { method: 'sendMessage', payload: { chat_id: 5, text: 'hi' } }
const EARLIER: Reply = { method: 'sendMessage', payload: { chat_id: 5, text: 'earlier' } }
const UNAVAILABLE = new Fault('DATABASE_UNAVAILABLE', 'away', { environment: true })

const head = (over: Partial<LaneHead> = {}): LaneHead => ({
  updateId: 7,
  json: '{"update_id":7,"message":{}}',
  epoch: 1,
  attempts: 1,
  replyInProgress: null,
  refusals: 0,
  waitedMs: 0,
  ...over,
})

function setUp(options: { row?: 'done' | 'dead'; pings?: boolean; handle?: UpdateHandler['handle'] } = {}) {
  const records: UpdateRecord[] = []
  const processedUpdates = {
    find: async () => (options.row === undefined ? null : { outcome: options.row, replies: [EARLIER] }),
    record: async (record: UpdateRecord) => {
      records.push(record)
      return options.row !== 'done'
    },
  }
  const repositories = { processedUpdates } as unknown as Repositories
  const handle = vi.fn<UpdateHandler['handle']>(
    options.handle ?? (async () => ({ chatId: 5n, replies: [REPLY] })),
  )
  const lane = createUpdateLane({
    botId: 1n,
    clock: { now: () => NOW },
    send: async () => ({ kind: 'done' }),
    bot: {
      handle,
      apology: () => ({ chatId: 5n, replies: [REPLY] }),
      tooFast: (chatId) => ({ chatId, replies: [EARLIER] }),
    },
    database: {
      repositories,
      transaction: (run: (repositories: Repositories) => Promise<unknown>) => run(repositories),
      ping: () => (options.pings === false ? Promise.reject(UNAVAILABLE) : Promise.resolve()),
    } as unknown as Database,
  })
  const signal = new AbortController().signal
  return {
    records,
    handle,
    run: (at = head()) => lane.handle(at, signal),
    bury: (error: unknown) => lane.bury(head(), error),
  }
}

afterEach(() => vi.restoreAllMocks())

/** Makes the handler seem to have run for so long. */
function elapse(ms: number): void {
  const times = [0, ms]
  vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? ms)
}

describe('an update in its lane', () => {
  it('records its replies as the last thing of its transaction', async () => {
    const { run, records } = setUp()
    expect(await run()).toEqual([REPLY])
    expect(records).toMatchObject([{ updateId: 7n, chatId: 5n, outcome: 'done', replies: [REPLY] }])
  })

  it('is not run again once it is done: its replies are what is due', async () => {
    const { run, handle } = setUp({ row: 'done' })
    expect(await run(head({ attempts: 2 }))).toEqual([EARLIER])
    expect(handle).not.toHaveBeenCalled()
  })

  it('rolls back when another worker has committed it meanwhile', async () => {
    const { run } = setUp({ row: 'done' })
    expect(await run()).toEqual([EARLIER])
  })

  it('that was given up is not run again while its apology waits to be sent', async () => {
    const { run, handle } = setUp({ row: 'dead' })
    expect(await run(head({ attempts: 6, replyInProgress: 0 }))).toEqual([EARLIER])
    expect(handle).not.toHaveBeenCalled()
  })

  it('is run again by a replay, over the row that says dead', async () => {
    const { run } = setUp({ row: 'dead' })
    expect(await run(head({ attempts: 2 }))).toEqual([REPLY])
  })

  it('that stands in for dropped ones tells the chat that it is too fast', async () => {
    const { run, handle } = setUp()
    expect(await run(head({ json: '{"update_id":7,"abitly_overflow":5}' }))).toEqual([EARLIER])
    expect(handle).not.toHaveBeenCalled()
  })

  it('keeps an apology and the reason when it is given up', async () => {
    const { bury, records } = setUp()
    expect(await bury(new Error('a bug'))).toEqual([REPLY])
    expect(records).toMatchObject([{ outcome: 'dead', error: 'Error: a bug', update: { update_id: 7 } }])
  })

  it('that committed in its last attempt keeps its own replies', async () => {
    expect(await setUp({ row: 'done' }).bury(new Error('late'))).toEqual([EARLIER])
  })
})

describe('a transaction that the database ended', () => {
  const handle = () => Promise.reject(UNAVAILABLE)

  it('at once is the surroundings failing', async () => {
    await expect(setUp({ handle }).run()).rejects.toBe(UNAVAILABLE)
  })

  it('after long is the update, when the database answers others', async () => {
    elapse(10_000)
    await expect(setUp({ handle }).run()).rejects.toMatchObject({
      code: 'UPDATE_HELD_DATABASE',
      environment: false,
    })
  })

  it('after long is the surroundings, when the database answers nobody', async () => {
    elapse(10_000)
    await expect(setUp({ handle, pings: false }).run()).rejects.toBe(UNAVAILABLE)
  })
})
