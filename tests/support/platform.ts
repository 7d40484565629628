import { randomBytes } from 'node:crypto'
import { syncCatalogue } from '@abitly/database'
import { createTestDatabase, createTestRedis, freePort, spawnService } from '@abitly/testing'
import type { ControlledServer, TestDatabase } from '@abitly/testing'
import { startService } from './service.ts'
import type { RunningService } from './service.ts'
import { createTelegram } from './telegram.ts'
import type { Telegram } from './telegram.ts'

export interface PlatformOptions {
  /** How updates reach ingress. Default: webhook. */
  ingressMode?: 'webhook' | 'polling'
  /** Default: 2. */
  workers?: number
  /** Default: 0. Without one nothing happens by the clock. */
  schedulers?: number
  /** Added to the environment of every service. */
  env?: Record<string, string>
  /** Added to the environment of the simulator (`SIMULATOR_…`). */
  simulator?: Record<string, string>
  /** Instead of a copy of the migrated database: the server's own address and schema. */
  database?: { url: string; schema: string }
}

/** The whole platform as processes of its own, on a database and a Redis of its own. */
export interface Platform {
  readonly telegram: Telegram
  readonly redis: ControlledServer
  readonly database: { url: string; schema: string }
  readonly webhook: { url: string; secret: string; ingressUrl: string }
  /** In the order of their start, those that ended included. */
  readonly workers: RunningService[]
  readonly schedulers: RunningService[]
  /** The first one. */
  readonly ingress: RunningService
  /** Environment of the services: for commands of operators. */
  readonly env: Readonly<Record<string, string>>
  /** `env` is added to the environment of this one process. */
  startWorker(env?: Record<string, string>): Promise<RunningService>
  startScheduler(env?: Record<string, string>): Promise<RunningService>
  /** Starts another ingress: in polling mode, when the one before has ended. */
  startIngress(): Promise<RunningService>
  /** Runs `pnpm abitly <args>` and returns what it printed; rejects when it fails. */
  abitly(...args: string[]): Promise<string>
  stop(): Promise<void>
}

const CLI = 'tools/cli/dist/main.js'
/** An empty variable counts as not given: polling needs no webhook. */
const POLLING = { INGRESS_MODE: 'polling', WEBHOOK_URL: '', WEBHOOK_SECRET: '' }

export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const [database, redis] = await Promise.all([ownOrGiven(options.database), createTestRedis()])
  await syncCatalogue({ url: database.url, schema: database.schema, ssl: false })
  const [simulatorPort, ingressPort] = [await freePort(), await freePort()]
  const servers = { database, redis, simulatorPort, ingressPort }
  const polling = options.ingressMode === 'polling'
  const env = environment(servers, { ...(polling ? POLLING : {}), ...options.env })
  const simulator = await startService(
    'simulator',
    {
      SIMULATOR_BOT_TOKEN: env['BOT_TOKEN'] ?? '',
      SIMULATOR_RETRY_BASE_MS: '100',
      ...options.simulator,
    },
    simulatorPort,
  )
  const ingresses = await startFleet('ingress', 1, env, ingressPort)
  const [ingress] = ingresses.all as [RunningService]
  const [workers, schedulers] = await Promise.all([
    startFleet('worker', options.workers ?? 2, env),
    startFleet('scheduler', options.schedulers ?? 0, env),
  ])
  const telegram = createTelegram(simulator.url)
  if (!polling) await telegram.webhookRegistered()
  return {
    telegram,
    redis,
    database,
    webhook: {
      url: `${ingress.url}/telegram/webhook`,
      secret: env['WEBHOOK_SECRET'] ?? '',
      ingressUrl: ingress.url,
    },
    workers: workers.all,
    schedulers: schedulers.all,
    ingress,
    env,
    startWorker: workers.start,
    startScheduler: schedulers.start,
    startIngress: ingresses.start,
    abitly: (...args) => runCli(args, env),
    async stop() {
      await Promise.all([...schedulers.all, ...workers.all, ...ingresses.all].map((child) => child.stop()))
      await simulator.stop()
      await redis.stop()
      await database.drop()
    },
  }
}

interface Servers {
  database: TestDatabase
  redis: ControlledServer
  simulatorPort: number
  ingressPort: number
}

function environment(
  { database, redis, simulatorPort, ingressPort }: Servers,
  more: Record<string, string> | undefined,
): Record<string, string> {
  return {
    BOT_TOKEN: ['4242424242', randomBytes(35).toString('hex').slice(0, 35)].join(':'),
    ADMIN_IDS: '9001',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${simulatorPort}`,
    DATABASE_URL: database.url,
    DB_SCHEMA: database.schema,
    DB_SSL: 'false',
    REDIS_URL: redis.url,
    WEBHOOK_URL: `http://127.0.0.1:${ingressPort}`,
    WEBHOOK_SECRET: randomBytes(16).toString('hex'),
    LOG_LEVEL: 'warn',
    LANE_LOCK_MS: '2000',
    ...more,
  }
}

interface Fleet {
  all: RunningService[]
  start(more?: Record<string, string>): Promise<RunningService>
}

async function startFleet(
  name: 'ingress' | 'worker' | 'scheduler',
  count: number,
  env: Record<string, string>,
  port?: number,
): Promise<Fleet> {
  const all: RunningService[] = []
  const start = async (more: Record<string, string> = {}): Promise<RunningService> => {
    const child = await startService(name, { ...env, ...more }, all.length === 0 ? port : undefined)
    all.push(child)
    return child
  }
  await Promise.all(Array.from({ length: count }, () => start()))
  return { all, start }
}

async function ownOrGiven(given: PlatformOptions['database']): Promise<TestDatabase> {
  return given === undefined ? await createTestDatabase() : { ...given, drop: () => Promise.resolve() }
}

/** Runs `pnpm abitly <args>` in an environment. */
export async function runCli(args: string[], env: Record<string, string>): Promise<string> {
  const child = await spawnService({ name: 'abitly', script: CLI, args, env })
  const { code } = await child.exited
  if (code !== 0) throw new Error(`abitly ${args.join(' ')} ended with ${String(code)}: ${child.logs()}`)
  return child.logs()
}
