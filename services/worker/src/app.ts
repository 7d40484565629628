import {
  closeRedis,
  connectRedis,
  createHealth,
  createRedis,
  serveHealth,
  systemClock,
  versionOf,
} from '@abitly/runtime'
import type { Redis, ServiceContext } from '@abitly/runtime'
import { createDatabase, requireMigrations } from '@abitly/database'
import type { Database } from '@abitly/database'
import { startLaneWorker } from '@abitly/queue'
import { createBotApi, createLimiter } from '@abitly/telegram'
import { createI18n } from './bot/i18n.ts'
import { createUpdateHandler } from './bot/update-handler.ts'
import type { WorkerConfig } from './config.ts'
import { fetchBotInfo } from './lane/bot-info.ts'
import { createInstantCalls } from './lane/instant-calls.ts'
import { createReplySender } from './lane/reply-sender.ts'
import { createUpdateLane } from './lane/update-lane.ts'
import { createWorkerMetrics } from './metrics.ts'

/** Connections beside those that running updates hold: reply bookkeeping, health. */
const SPARE_CONNECTIONS = 4
const DRAIN_DEADLINE_MS = 20_000
const COURTESY_TIMEOUT_SECONDS = 5

/** Builds and starts a worker: it serves chat lanes until it is told to stop. */
export async function buildWorker(config: WorkerConfig, context: ServiceContext): Promise<void> {
  const { own, logger, stopping } = context
  const redis = createRedis({ url: config.redis.url, profile: 'worker', name: 'worker', logger })
  const poolSize = config.lanes.concurrency + SPARE_CONNECTIONS
  const database = createDatabase({ ...config.database, poolSize, applicationName: 'worker' })
  const metrics = createWorkerMetrics(redis, database, systemClock)
  const health = createHealth({
    service: 'worker',
    version: versionOf(new URL('../package.json', import.meta.url)),
    checks: { redis: () => redis.ping(), database: () => database.ping() },
    essential: ['redis', 'database'],
  })
  const server = await serveHealth(health, () => metrics.expose(), config.process.port)
  own('health server', () => server.close())
  own('database', () => database.close())
  own('redis', () => closeRedis(redis))
  await requireMigrations(database)
  await connectRedis(redis)

  if (config.process.production && config.bot.adminIds.size === 0) {
    logger.warn('nobody is an admin: set ADMIN_IDS')
  }
  const lanes = await openLanes(config, context, { redis, database, metrics })
  if (lanes === null || stopping.aborted) return
  own('lanes', () => lanes.close(DRAIN_DEADLINE_MS))
  health.setReady(true)
  own('readiness', () => health.setReady(false))
}

interface Parts {
  redis: Redis
  database: Database
  metrics: ReturnType<typeof createWorkerMetrics>
}

async function openLanes(
  config: WorkerConfig,
  { logger, stopping }: ServiceContext,
  { redis, database, metrics }: Parts,
) {
  const limiter = createLimiter(redis, config.sending)
  const telegram = { token: config.bot.token, apiRoot: config.bot.apiRoot, limiter, lane: 'reply' as const }
  const api = createBotApi({ ...telegram, metrics: metrics.sends })
  const courtesy = createBotApi({
    ...telegram,
    metrics: metrics.sends,
    timeoutSeconds: COURTESY_TIMEOUT_SECONDS,
  })
  const botInfo = await fetchBotInfo(api, logger, stopping)
  if (botInfo === null) return null

  const bot = createUpdateHandler({
    botInfo,
    i18n: createI18n(new URL('../locales/', import.meta.url)),
    clock: systemClock,
    config: { adminIds: config.bot.adminIds, ...config.student },
    instantApi: createInstantCalls(courtesy, logger),
  })
  const send = createReplySender({ api, database, clock: systemClock, logger, ...config.sending })
  return startLaneWorker({
    redis,
    handler: createUpdateLane({ botId: config.bot.id, database, bot, send, clock: systemClock }),
    observer: metrics.laneObserver(logger),
    logger,
    concurrency: config.lanes.concurrency,
    lockDurationMs: config.lanes.lockMs,
    stalledCheckMs: Math.ceil(config.lanes.lockMs / 3),
  })
}
