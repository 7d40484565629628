import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { QUEUES } from '../catalog.ts'
import { openQueue } from '../connection.ts'
import { OVERFLOW, createLaneInlet } from './inlet.ts'
import type { LaneInlet } from './inlet.ts'
import { createMailbox } from './mailbox.ts'

let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: ReturnType<typeof createRedis>
let inlet: LaneInlet

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  inlet = createLaneInlet(redis, { maxDepth: 2 })
})
afterAll(async () => {
  await inlet.close()
  await closeRedis(redis)
  await server.stop()
})
beforeEach(() => redis.flushall())

const accept = (id: number, chat = 5) => {
  const update = { update_id: id, message: { chat: { id: chat } } }
  return inlet.accept(update, JSON.stringify(update))
}

async function waitingJobs(): Promise<number> {
  const queue = openQueue(redis, QUEUES.updates)
  const count = await queue.getWaitingCount()
  await queue.close()
  return count
}

describe('the way into the lanes', () => {
  it('stores an update and wakes its lane, once however many wait', async () => {
    expect(await accept(1)).toBe('stored')
    expect(await accept(2)).toBe('stored')
    expect(await createMailbox(redis).depth('5')).toBe(2)
    expect(await waitingJobs()).toBe(1)
  })

  it('wakes the lane for a duplicate too: the first delivery may have died before its wake-up', async () => {
    await accept(1)
    const queue = openQueue(redis, QUEUES.updates)
    await queue.obliterate({ force: true })
    await queue.close()
    expect(await accept(1)).toBe('duplicate')
    expect(await waitingJobs()).toBe(1)
  })

  it('wakes the lane after the update even when Redis has forgotten the script', async () => {
    const commands: string[] = []
    const client = redis.duplicate()
    const monitor = await client.monitor()
    monitor.on('monitor', (_time: string, args: string[]) => commands.push(args.join(' ').toLowerCase()))
    await redis.script('FLUSH')
    await accept(3)
    await expect.poll(() => commands.some((command) => command.startsWith('eval '))).toBe(true)
    const pushed = commands.findIndex(
      (command) => command.startsWith('eval ') && command.includes('3 {"update_id"'),
    )
    await expect
      .poll(() => commands.slice(pushed).some((command) => command.includes('lane.drain')))
      .toBe(true)
    monitor.disconnect()
    client.disconnect()
  })

  it('leaves one stand-in for what an overflowing chat sends, and none for a group', async () => {
    const results = []
    for (const id of [1, 2, 3, 4]) results.push(await accept(id))
    expect(results).toEqual(['stored', 'stored', 'full-first-time', 'full'])
    const last = await redis.lindex('{abitly}:mb:5', -1)
    expect(JSON.parse(last?.slice(2) ?? '')).toEqual({ update_id: 3, [OVERFLOW]: 5 })
    for (const id of [11, 12, 13]) await accept(id, -100)
    expect(await createMailbox(redis).depth('-100')).toBe(2)
  })
})
