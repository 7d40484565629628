import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import {
  createTempFolder,
  freePort,
  spawnService,
  startAnyPostgres,
  startAnyRedis,
  waitFor,
} from '@abitly/testing'
import type { ControlledServer, OwnedProcess } from '@abitly/testing'
import { ended } from './child.ts'

/** How Redis writes to disk. */
export type Persistence = 'none' | 'everysec' | 'always'

/** Real servers and the built services, each as a process of its own. */
export interface Rig {
  readonly redis: ControlledServer
  readonly databaseUrl: string
  readonly webhookSecret: string
  readonly botToken: string
  /** Starts a built service and waits until it answers. */
  start(service: ServiceName, env?: Record<string, string>): Promise<RunningService>
  stop(): Promise<void>
}

export interface RunningService {
  readonly url: string
  readonly process: OwnedProcess
}

const SERVICES = {
  simulator: { script: 'tools/simulator/dist/main.js', ready: '/healthcheck' },
  ingress: { script: 'services/ingress/dist/main.js', ready: '/readyz' },
  worker: { script: 'services/worker/dist/main.js', ready: '/readyz' },
  scheduler: { script: 'services/scheduler/dist/main.js', ready: '/readyz' },
  peer: { script: 'bench/dist/support/peer.js', ready: '/healthcheck' },
} as const
export type ServiceName = keyof typeof SERVICES

export async function createRig(): Promise<Rig> {
  const folder = createTempFolder('bench')
  const place = (name: string) => ({
    dataDir: join(folder.path, name),
    logFile: join(folder.path, `${name}.log`),
  })
  const [postgres, redis] = await Promise.all([
    startAnyPostgres({ ...place('postgres'), durable: false }),
    startAnyRedis({ ...place('redis'), durable: false }),
  ])
  const webhookSecret = randomBytes(16).toString('hex')
  const common = {
    BOT_TOKEN: `4242424242:${randomBytes(35).toString('hex').slice(0, 35)}`,
    DATABASE_URL: postgres.url,
    DB_SSL: 'false',
    REDIS_URL: redis.url,
    WEBHOOK_SECRET: webhookSecret,
    LOG_LEVEL: 'warn',
  }
  const cli = { name: 'the migration', script: 'tools/cli/dist/main.js', args: ['migrate'] }
  await ended(await spawnService({ ...cli, env: common }))
  const started: OwnedProcess[] = []
  return {
    redis,
    databaseUrl: postgres.url,
    webhookSecret,
    botToken: common.BOT_TOKEN,
    async start(service, env = {}) {
      const running = await startOne(service, { ...common, SIMULATOR_BOT_TOKEN: common.BOT_TOKEN, ...env })
      started.unshift(running.process)
      return running
    },
    async stop() {
      for (const child of started) await child.stop()
      await Promise.all([redis.stop(), postgres.stop()])
      folder.remove()
    },
  }
}

async function startOne(service: ServiceName, env: Record<string, string>): Promise<RunningService> {
  const { script, ready } = SERVICES[service]
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const own = { PORT: port, SIMULATOR_PORT: port, WEBHOOK_URL: url }
  const child = await spawnService({ name: service, script, env: { ...own, ...env } })
  const answers = async (): Promise<string | false> => {
    if (!child.isRunning()) return 'dead'
    return (await fetch(`${url}${ready}`)).ok && 'ready'
  }
  const state = await waitFor(answers, { what: `${service} to answer`, timeoutMs: 30_000 })
  if (state === 'dead') throw new Error(`${service} did not start: ${child.logs()}`)
  return { url, process: child }
}
