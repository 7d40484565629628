import { createDatabase } from '@abitly/database'
import type { Database } from '@abitly/database'
import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestDatabase, createTestRedis, freePort, queryOnce } from '@abitly/testing'
import type { ControlledServer, TestDatabase } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

let test: TestDatabase
let database: Database
let redis: ControlledServer
let env: Record<string, string>

beforeAll(async () => {
  redis = await createTestRedis()
})
beforeEach(async () => {
  test = await createTestDatabase()
  database = createDatabase({ url: test.url, schema: test.schema, ssl: false, poolSize: 1 })
  env = { DATABASE_URL: test.url, DB_SCHEMA: test.schema, DB_SSL: 'false', REDIS_URL: redis.url }
  return async () => {
    await database.close()
    await test.drop()
  }
})
afterAll(() => redis.stop())

/** Runs `pnpm abitly <args>`. */
async function abitly(args: readonly string[], overrides: Record<string, string> = {}) {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const code = await runCommand(args, { env: { ...env, ...overrides }, out: write, err: write })
  return { code, output: lines.join('\n') }
}

describe('pnpm abitly', () => {
  it('lists its commands', async () => {
    const { code, output } = await abitly([])
    expect(code).toBe(0)
    for (const name of ['migrate', 'seed', 'dead-letters', 'link-token'])
      expect(output).toMatch(new RegExp(`^  ${name}`, 'm'))
  })

  it('says so when it does not know a command', async () => {
    expect(await abitly(['conquer'])).toEqual({
      code: 2,
      output: 'There is no command "conquer". `pnpm abitly help` lists them.',
    })
  })

  it('names every problem of the configuration, and no value', async () => {
    const wrong = { DATABASE_URL: 'mysql://bot:hunter2@db', DB_SSL: 'hunter2' }
    const { code, output } = await abitly(['dead-letters'], wrong)
    expect(code).toBe(1)
    expect(output).toContain('DATABASE_URL: must be an address that begins with postgres://')
    expect(output).toContain('DB_SSL: must be true or false')
    expect(output).not.toMatch(/hunter2/)
  })

  it.each(['migrate', 'seed'])(
    'brings an old database up to date, and again changes nothing: %s',
    async (name) => {
      expect((await abitly([name])).code).toBe(0)
      expect((await abitly([name])).code).toBe(0)
    },
  )

  it('makes offers searchable that another program has written', async () => {
    expect((await abitly(['seed'])).code).toBe(0)
    const find = async (): Promise<number> =>
      (await database.repositories.offerSearch.find('щезникологія', 5)).keys.length
    await queryOnce(
      test.url,
      `UPDATE ${test.schema}.offers SET programme_uk = 'Щезникологія' WHERE offer_id = 1481286`,
    )
    expect(await find()).toBe(0)
    const { code, output } = await abitly(['refresh-search'])
    expect(code).toBe(0)
    expect(output).toMatch(/^50 offers of the newest two years can be found by \d{2,} words/)
    expect(await find()).toBe(1)
  })

  it('says what is wrong when the database is away, without the password', async () => {
    const url = `postgresql://bot:hunter2@127.0.0.1:${await freePort()}/abitly`
    const { code, output } = await abitly(['dead-letters'], { DATABASE_URL: url })
    expect(code).toBe(1)
    expect(output).toMatch(/^dead-letters failed: The database does not answer/)
    expect(output).not.toMatch(/hunter2/)
  })
})

describe('pnpm abitly dead-letters', () => {
  const update = { update_id: 77, message: { chat: { id: 42 }, text: 'їжак' } }

  beforeEach(async () => {
    await database.repositories.processedUpdates.record({
      botId: 1n,
      updateId: 77n,
      chatId: 42n,
      outcome: 'dead',
      replies: [],
      update,
      error: 'Error: it broke',
      now: new Date('2026-07-24T09:40:00Z'),
    })
  })

  it('lists, replays into the lane of the chat, and drops', async () => {
    expect((await abitly(['dead-letters'])).output).toBe('77  2026-07-24T09:40:00.000Z  Error: it broke')

    expect((await abitly(['dead-letters', 'replay', '77'])).code).toBe(0)
    const client = createRedis({ url: redis.url, profile: 'worker', name: 'test' })
    const [entry] = await client.lrange('{abitly}:mb:42', 0, -1)
    await closeRedis(client)
    expect(entry?.slice(0, 3)).toBe('77 ')
    expect(JSON.parse(entry?.slice(3) ?? '')).toEqual(update)

    expect((await abitly(['dead-letters', 'drop', '77'])).code).toBe(0)
    expect((await abitly(['dead-letters'])).output).toContain('No dead letters')
  })
})

describe('pnpm abitly link-token', () => {
  it('lists accounts, and issues a token for one of them, as the website does', async () => {
    await abitly(['seed'])
    const listed = await abitly(['link-token'])
    const [id = ''] = listed.output.split('  ')
    const { code, output } = await abitly(['link-token', id])
    expect(code).toBe(0)
    const token = /^ {2}\/start link_([A-Za-z0-9_-]{22,59})$/m.exec(output)?.[1] ?? ''
    const client = createRedis({ url: redis.url, profile: 'worker', name: 'test' })
    const [value, ttl] = [await client.get(`abitly:link:${token}`), await client.ttl(`abitly:link:${token}`)]
    await closeRedis(client)
    expect(JSON.parse(value ?? '')).toMatchObject({ web_user_id: id })
    expect(ttl).toBeGreaterThan(500)
  })

  it.each(['0b9d1e52-6c1f-4a53-9a3e-5f6f0f1affff', 'nonsense'])('knows no account %s', async (id) => {
    const { code, output } = await abitly(['link-token', id])
    expect(code).toBe(1)
    expect(output).toContain('There is no account')
  })
})
