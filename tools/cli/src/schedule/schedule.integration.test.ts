import { createDatabase } from '@abitly/database'
import type { Database } from '@abitly/database'
import { QUEUES, watchQueue } from '@abitly/queue'
import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestDatabase, createTestRedis } from '@abitly/testing'
import type { ControlledServer, TestDatabase } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../run-command.ts'

/** 12:00 in Kyiv. */
const NOW = new Date('2027-01-24T10:00:00Z')
const SLOT = new Date('2027-01-24T02:10:00Z')
let test: TestDatabase
let database: Database
let redis: ControlledServer

beforeAll(async () => {
  ;[test, redis] = await Promise.all([createTestDatabase(), createTestRedis()])
  database = createDatabase({ url: test.url, schema: test.schema, ssl: false, poolSize: 2 })
})
afterAll(async () => {
  await database.close()
  await test.drop()
  await redis.stop()
})

async function schedule(...args: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const env = {
    ...{ DATABASE_URL: test.url, DB_SCHEMA: test.schema, DB_SSL: 'false', REDIS_URL: redis.url },
    CLOCK_OFFSET_MS: String(NOW.getTime() - Date.now()),
  }
  const code = await runCommand(['schedule', ...args], { env, out: write, err: write })
  return { code, output: lines.join('\n') }
}

/** As a worker does it. */
async function workOnIt(): Promise<void> {
  const ledger = database.repositories.schedule
  const begun = await expect
    .poll(() => ledger.begin('ledger-prune', NOW), { timeout: 20_000 })
    .not.toBeNull()
    .then(async () => ledger.unfinished())
  for (const run of begun) await ledger.end(run, { state: 'done', counts: { pruned: 7 } }, NOW)
}

describe('pnpm abitly schedule', { timeout: 60_000 }, () => {
  it('lists tasks that never ran, with their next slots', async () => {
    const { code, output } = await schedule()
    expect(code).toBe(0)
    expect(output).toMatch(/^ledger-prune +daily at 04:10 +25\.01\.27, 04:10:00 +never ran$/m)
  })

  it('runs a task by hand: it claims the slot, wakes a worker, and tells what became of it', async () => {
    const [told] = await Promise.all([schedule('run', 'ledger-prune'), workOnIt()])
    expect(told.output).toMatch(/is claimed; waiting for a worker/)
    expect(told.output).toMatch(/ledger-prune of 24\.01\.27, 04:10:00: done in 0\.0 s, pruned 7$/)
    expect(told.code).toBe(0)
    const client = createRedis({ url: redis.url, profile: 'worker', name: 'test' })
    const queue = watchQueue(client, QUEUES.routines)
    expect((await queue.count())['waiting']).toBe(1)
    await queue.close()
    await closeRedis(client)
  })

  it('does not run a slot twice, unless it is told to', async () => {
    expect((await schedule('run', 'ledger-prune')).output).toMatch(/stays as it is: done .*\n--again does it/)
    const [told] = await Promise.all([schedule('run', 'ledger-prune', '--again'), workOnIt()])
    expect(told.output).toMatch(/done in/)
  })

  it('tells the story of a task', async () => {
    const { output } = await schedule('ledger-prune')
    expect(output).toMatch(
      /24\.01\.27, 04:10:00 +manual +by hand +24\.01\.27, 12:00:00 +done in 0\.0 s, pruned 7/,
    )
    expect(await database.repositories.schedule.find({ task: 'ledger-prune', slot: SLOT })).not.toBeNull()
  })

  it.each([
    [['run', 'nonsense'], /^Usage/],
    [['run', 'ledger-prune', '--slot', 'soon'], /--slot takes/],
    [['run', 'ledger-prune', '--slot', '2027-01-24T05:00'], /has no slot then\. Its neighbours: 24/],
    [['run', 'ledger-prune', '--slot', '2028-01-24T04:10'], /lies ahead/],
    [['run', 'ledger-prune', '--fast'], /^Usage/],
    [['nonsense'], /There is no task "nonsense"/],
  ])('says what is wrong: %j', async (args, message) => {
    const { code, output } = await schedule(...args)
    expect(code).toBe(2)
    expect(output).toMatch(message)
  })
})
