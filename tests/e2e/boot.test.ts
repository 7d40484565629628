import {
  createTestRedis,
  createTestDatabase,
  freePort,
  queryOnce,
  spawnService,
  withDatabase,
} from '@abitly/testing'
import type { ControlledServer, TestDatabase } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const SERVICES = ['ingress', 'worker', 'scheduler'] as const
type Service = (typeof SERVICES)[number]

let database: TestDatabase
let redis: ControlledServer
let env: Record<string, string>

beforeAll(async () => {
  ;[database, redis] = await Promise.all([createTestDatabase(), createTestRedis()])
  env = {
    BOT_TOKEN: ['4242424242', 'x'.repeat(35)].join(':'),
    // Nobody listens there: these tests are about everything but Telegram.
    TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
    DATABASE_URL: database.url,
    DB_SCHEMA: database.schema,
    DB_SSL: 'false',
    REDIS_URL: redis.url,
    WEBHOOK_URL: 'https://bot.example',
    WEBHOOK_SECRET: 'secret-of-this-test',
  }
})
afterAll(async () => {
  await redis.stop()
  await database.drop()
})

async function run(service: Service, over: Record<string, string>) {
  const PORT = String(await freePort())
  const script = `services/${service}/dist/main.js`
  return { port: PORT, child: await spawnService({ name: service, script, env: { ...env, PORT, ...over } }) }
}

/** What a service says that cannot start, and the code it ends with. */
async function failure(service: Service, over: Record<string, string>) {
  const { child } = await run(service, over)
  const { code } = await child.exited
  return { code, said: child.logs() }
}

describe.each(SERVICES)('%s', (service) => {
  it('lists every problem of its configuration at once, without values, and exits 1', async () => {
    const bad = {
      BOT_TOKEN: 'my-wrong-token',
      DATABASE_URL: 'mysql://u:topsecret@h/x',
      PORT: '99999',
      TZ: 'Mars/Base',
    }
    const { code, said } = await failure(service, bad)
    expect(code).toBe(1)
    for (const name of Object.keys(bad)) expect(said).toContain(`${name}:`)
    expect(said).not.toMatch(/my-wrong-token|topsecret|\n\s+at /)
  })

  it('exits 1 when the database does not answer', async () => {
    const { code, said } = await failure(service, { DATABASE_URL: 'postgresql://postgres@127.0.0.1:1/none' })
    expect(code).toBe(1)
    expect(said).toContain('DATABASE_UNAVAILABLE')
  })

  it('exits 1 when Redis does not answer', async () => {
    const { code, said } = await failure(service, { REDIS_URL: 'redis://127.0.0.1:1/0' })
    expect(code).toBe(1)
    expect(said).toContain('REDIS_UNREACHABLE')
  })

  it('exits 1 on a database without its migrations, and says what to run', async () => {
    await queryOnce(database.url, 'CREATE DATABASE never_migrated')
    const { code, said } = await failure(service, {
      DATABASE_URL: withDatabase(database.url, 'never_migrated'),
    })
    await queryOnce(database.url, 'DROP DATABASE never_migrated')
    expect(code).toBe(1)
    expect(said).toContain('MIGRATIONS_MISSING')
    expect(said).toContain('pnpm abitly migrate')
  })

  it('is up while Telegram is away, and stops cleanly on SIGTERM', async () => {
    const { port, child } = await run(service, {})
    const up = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/healthcheck`)).status
    await expect.poll(() => up().catch(() => 0), { timeout: 30_000 }).toBe(200)
    child.kill('SIGTERM')
    expect(await child.exited).toEqual({ code: 0, signal: null })
  })
})
