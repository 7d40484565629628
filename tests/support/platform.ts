import { randomBytes } from 'node:crypto'
import { syncCatalogue } from '@abitly/database'
import { createTestDatabase, createTestRedis, freePort, spawnService, waitFor } from '@abitly/testing'
import type { ControlledServer, OwnedProcess, TestDatabase } from '@abitly/testing'
import { createTelegram } from './telegram.ts'
import type { Telegram } from './telegram.ts'

export interface PlatformOptions {
  workers?: number
  /** Added to the environment of every service. */
  env?: Record<string, string>
  /** Instead of a copy of the migrated database: the server's own address and schema. */
  database?: { url: string; schema: string }
}

/** The whole platform as processes of its own, on a database and a Redis of its own. */
export interface Platform {
  readonly telegram: Telegram
  readonly redis: ControlledServer
  readonly database: { url: string; schema: string }
  readonly webhook: { url: string; secret: string; ingressUrl: string }
  readonly workers: OwnedProcess[]
  readonly ingress: OwnedProcess
  /** Environment of the services: for commands of operators. */
  readonly env: Readonly<Record<string, string>>
  startWorker(): Promise<OwnedProcess>
  /** Runs `pnpm abitly <args>` and returns what it printed; rejects when it fails. */
  abitly(...args: string[]): Promise<string>
  stop(): Promise<void>
}

const SCRIPTS = {
  simulator: 'tools/simulator/dist/main.js',
  ingress: 'services/ingress/dist/main.js',
  worker: 'services/worker/dist/main.js',
  cli: 'tools/cli/dist/main.js',
} as const

export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const [database, redis] = await Promise.all([ownOrGiven(options.database), createTestRedis()])
  await syncCatalogue({ url: database.url, schema: database.schema, ssl: false })
  const secret = randomBytes(16).toString('hex')
  const [simulatorPort, ingressPort] = [await freePort(), await freePort()]
  const ingressUrl = `http://127.0.0.1:${ingressPort}`
  const env: Record<string, string> = {
    BOT_TOKEN: ['4242424242', randomBytes(35).toString('hex').slice(0, 35)].join(':'),
    ADMIN_IDS: '9001',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${simulatorPort}`,
    DATABASE_URL: database.url,
    DB_SCHEMA: database.schema,
    DB_SSL: 'false',
    REDIS_URL: redis.url,
    WEBHOOK_URL: ingressUrl,
    WEBHOOK_SECRET: secret,
    LOG_LEVEL: 'warn',
    LANE_LOCK_MS: '2000',
    ...options.env,
  }
  const simulator = await startService('simulator', simulatorPort, '/healthcheck', {
    SIMULATOR_BOT_TOKEN: env['BOT_TOKEN'] ?? '',
    SIMULATOR_RETRY_BASE_MS: '100',
  })
  const workers: OwnedProcess[] = []
  const startWorker = async (): Promise<OwnedProcess> => {
    const worker = await startService('worker', await freePort(), '/readyz', env)
    workers.push(worker)
    return worker
  }
  const ingress = await startService('ingress', ingressPort, '/readyz', env)
  await Promise.all(Array.from({ length: options.workers ?? 2 }, startWorker))
  const telegram = createTelegram(`http://127.0.0.1:${simulatorPort}`)
  await telegram.webhookRegistered()
  return {
    telegram,
    redis,
    database,
    webhook: { url: `${ingressUrl}/telegram/webhook`, secret, ingressUrl },
    workers,
    ingress,
    env,
    startWorker,
    abitly: (...args) => runCli(args, env),
    async stop() {
      await Promise.all([...workers, ingress].map((child) => child.stop()))
      await simulator.stop()
      await redis.stop()
      await database.drop()
    },
  }
}

async function ownOrGiven(given: PlatformOptions['database']): Promise<TestDatabase> {
  return given === undefined ? await createTestDatabase() : { ...given, drop: () => Promise.resolve() }
}

async function startService(
  name: 'simulator' | 'ingress' | 'worker',
  port: number,
  ready: string,
  env: Record<string, string>,
): Promise<OwnedProcess> {
  const own = name === 'simulator' ? { SIMULATOR_PORT: String(port) } : { PORT: String(port) }
  const child = await spawnService({ name, script: SCRIPTS[name], env: { ...env, ...own } })
  const answers = async (): Promise<string | false> => {
    if (!child.isRunning()) return 'dead'
    return (await fetch(`http://127.0.0.1:${port}${ready}`)).ok && 'ready'
  }
  const state = await waitFor(answers, { what: `${name} to answer`, timeoutMs: 60_000 })
  if (state === 'dead') throw new Error(`${name} did not start: ${child.logs()}`)
  return child
}

async function runCli(args: string[], env: Record<string, string>): Promise<string> {
  const child = await spawnService({ name: 'abitly', script: SCRIPTS.cli, args, env })
  const { code } = await child.exited
  if (code !== 0) throw new Error(`abitly ${args.join(' ')} ended with ${String(code)}: ${child.logs()}`)
  return child.logs()
}
