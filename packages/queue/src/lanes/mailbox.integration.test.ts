import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LOST, createMailbox } from './mailbox.ts'
import type { LaneHead, Mailbox } from './mailbox.ts'

let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: ReturnType<typeof createRedis>
let mailbox: Mailbox
const LANE = '42'
const ROOMY = { maxDepth: 200 }

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  mailbox = createMailbox(redis)
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})
beforeEach(() => redis.flushall())

const push = (updateId: number, json = `{"n":${updateId}}`) => mailbox.push(LANE, { updateId, json }, ROOMY)

async function begin(): Promise<LaneHead> {
  const head = await mailbox.begin(LANE)
  if (head === null) throw new Error('the mailbox is empty')
  return head
}

describe('the mailbox of a lane', () => {
  it('gives updates back in order, with their text untouched', async () => {
    await push(1, '{"text":"a b  c \\n ї"}')
    await push(2)
    const first = await begin()
    expect(first).toMatchObject({ updateId: 1, json: '{"text":"a b  c \\n ї"}', attempts: 1, epoch: 1 })
    const second = await mailbox.ack(LANE, first)
    expect(second).toMatchObject({ updateId: 2, attempts: 1 })
    expect(await mailbox.ack(LANE, second as LaneHead)).toBeNull()
  })

  it('stores an update once, however often it is delivered', async () => {
    expect(await push(1)).toBe('stored')
    expect(await push(1)).toBe('duplicate')
    expect(await mailbox.depth(LANE)).toBe(1)
  })

  it('takes an update with a lower id than the last: kinds of updates travel on separate ways', async () => {
    await push(9)
    expect(await push(3)).toBe('stored')
  })

  it('drops what exceeds the depth of a lane and keeps one stand-in for it', async () => {
    const limits = { maxDepth: 2, overflow: '{"overflow":true}' }
    const results = []
    for (let id = 1; id <= 5; id += 1)
      results.push(await mailbox.push(LANE, { updateId: id, json: '{}' }, limits))
    expect(results).toEqual(['stored', 'stored', 'full-first-time', 'full', 'full'])
    expect(await mailbox.depth(LANE)).toBe(3)
  })

  it('tells of a later overflow again once the lane was empty', async () => {
    const limits = { maxDepth: 1, overflow: '{"overflow":true}' }
    for (const id of [1, 2]) await mailbox.push(LANE, { updateId: id, json: '{}' }, limits)
    let head: LaneHead | typeof LOST | null = await begin()
    while (head !== null && head !== LOST) head = await mailbox.ack(LANE, head)
    await mailbox.push(LANE, { updateId: 3, json: '{}' }, limits)
    expect(await mailbox.push(LANE, { updateId: 4, json: '{}' }, limits)).toBe('full-first-time')
  })

  it('counts attempts per update, and an attempt that was taken back not', async () => {
    await push(1)
    expect((await begin()).attempts).toBe(1)
    const again = await begin()
    expect(again.attempts).toBe(2)
    await mailbox.release(LANE, again.epoch)
    expect((await begin()).attempts).toBe(2)
  })

  it('refuses everything from a drain that has lost its lane', async () => {
    await push(1)
    const frozen = await begin()
    const owner = await begin()
    expect(await mailbox.mark(LANE, frozen.epoch, 0, 0)).toBe(LOST)
    expect(await mailbox.ack(LANE, frozen)).toBe(LOST)
    await mailbox.release(LANE, frozen.epoch)
    expect((await begin()).attempts).toBe(3)
    expect(await mailbox.depth(LANE)).toBe(1)
    expect(owner.epoch).toBe(frozen.epoch + 1)
  })

  it('pops nothing when an acknowledgement is sent twice', async () => {
    await push(1)
    await push(2)
    const first = await begin()
    await mailbox.ack(LANE, first)
    const repeated = await mailbox.ack(LANE, first)
    expect(repeated).toMatchObject({ updateId: 2 })
    expect(await mailbox.depth(LANE)).toBe(1)
  })

  it('is not fooled by an update whose id begins with the handled one', async () => {
    await push(12)
    const head = await begin()
    await mailbox.ack(LANE, { ...head, updateId: 1 })
    expect(await mailbox.depth(LANE)).toBe(1)
  })

  it('remembers which reply was being sent, and forgets it with the update', async () => {
    await push(1)
    await push(2)
    const first = await begin()
    await mailbox.mark(LANE, first.epoch, 1, 2)
    const again = await begin()
    expect(again).toMatchObject({ replyInProgress: 1, refusals: 2 })
    await mailbox.ack(LANE, again)
    expect(await begin()).toMatchObject({ updateId: 2, replyInProgress: null, refusals: 0 })
  })

  it('lists lanes that wait, and none that is empty', async () => {
    await push(1)
    expect(await mailbox.waiting(0, 10)).toMatchObject({ lanes: [LANE], count: 1 })
    expect(await mailbox.waiting(60_000, 10)).toMatchObject({ lanes: [], count: 1 })
    await mailbox.ack(LANE, await begin())
    expect(await mailbox.waiting(0, 10)).toEqual({ lanes: [], count: 0, oldestMs: 0 })
  })

  it('lets an operator put a seen update back', async () => {
    await push(1)
    await mailbox.ack(LANE, await begin())
    await mailbox.replay(LANE, { updateId: 1, json: '{}' })
    expect(await begin()).toMatchObject({ updateId: 1 })
  })
})
