import fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import {
  closeRedis,
  connectRedis,
  createClock,
  createHealth,
  createRedis,
  startHeartbeat,
  versionOf,
} from '@abitly/runtime'
import type { Health, Redis, ServiceContext } from '@abitly/runtime'
import { createDatabase, requireMigrations } from '@abitly/database'
import { createLaneInlet } from '@abitly/queue'
import { WEBHOOK_PATH, createBotApi, createLimiter } from '@abitly/telegram'
import type { IngressConfig } from './config.ts'
import { createIngressMetrics } from './metrics.ts'
import type { IngressMetrics } from './metrics.ts'
import { errorAnswers } from './plugins/errors.ts'
import { requestMetrics } from './plugins/request-metrics.ts'
import type { PollingLock } from './polling/lock.ts'
import { startPolling } from './polling/start.ts'
import type { StoreDependencies } from './polling/store.ts'
import { watchMemory } from './redis-memory.ts'
import { registerBot } from './registration/register.ts'
import { healthRoutes } from './routes/health.ts'
import { telegramWebhook } from './routes/telegram-webhook.ts'
import { keepUnreadable } from './unreadable.ts'

/** Builds and starts ingress: it listens at once, and is ready when Redis and the database have answered. */
export async function buildIngress(config: IngressConfig, context: ServiceContext): Promise<void> {
  const { own, logger } = context
  const redis = createRedis({ url: config.redis.url, profile: 'producer', name: 'ingress', logger })
  own('redis', () => closeRedis(redis))
  const database = createDatabase({ ...config.database, poolSize: 4, applicationName: 'ingress' })
  own('database', () => database.close())
  const polls = config.webhook.endpoint === null
  let lock: PollingLock | undefined
  const health = createHealth({
    service: 'ingress',
    version: versionOf(new URL('../package.json', import.meta.url)),
    checks: {
      redis: () => redis.ping(),
      database: () => database.ping(),
      migrations: () => requireMigrations(database),
      ...(polls ? { polling: () => mustHold(lock) } : {}),
    },
    essential: polls ? ['redis', 'polling'] : ['redis'],
  })
  const metrics = createIngressMetrics(redis, createClock(config.process.clockOffsetMs))
  const intake = openIntake(config, context, redis)
  await listen(config, context, { intake, health, metrics })

  await connectRedis(redis)
  await requireMigrations(database)
  const { instance } = config.process
  const heartbeat = startHeartbeat(redis, { service: 'ingress', instance, logger, metrics: metrics.registry })
  own('heartbeat', (exitCode) => heartbeat.close(exitCode === 0))
  if (polls) lock = await startPolling(config, context, { ...intake, redis, metrics: metrics.polling() })
  void startRegistration(config, context)
  health.setReady(true)
  own('readiness', () => health.setReady(false))
}

async function mustHold(lock: PollingLock | undefined): Promise<void> {
  if (lock?.held() !== true) throw new Error('the polling lock is not ours')
}

/** Where updates go, whichever way they come. */
type Intake = Pick<StoreDependencies, 'inlet' | 'memory' | 'keepUnreadable'>

function openIntake(config: IngressConfig, { own, logger }: ServiceContext, redis: Redis): Intake {
  const memory = watchMemory(redis, logger)
  own('memory guard', () => memory.stop())
  const inlet = createLaneInlet(redis, { maxDepth: config.webhook.laneMaxDepth })
  own('lane inlet', () => inlet.close())
  return { memory, inlet, keepUnreadable: (reason, body) => keepUnreadable(redis, reason, body) }
}

async function listen(
  config: IngressConfig,
  { own, logger }: ServiceContext,
  { intake, health, metrics }: { intake: Intake; health: Health; metrics: IngressMetrics },
): Promise<void> {
  const loggerInstance: FastifyBaseLogger = logger
  const app: FastifyInstance = fastify({
    loggerInstance,
    // Nothing logs a request, so none needs a logger of its own.
    childLoggerFactory: (parent) => parent,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.webhook.trustProxy,
    // Telegram keeps its connections open; a stop must not wait for them.
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
  })
  errorAnswers(app)
  requestMetrics(app, metrics)
  healthRoutes(app, health, () => metrics.expose())
  const { endpoint } = config.webhook
  if (endpoint !== null) {
    telegramWebhook(app, { ...intake, path: WEBHOOK_PATH, secret: endpoint.secret, metrics, logger })
  }
  await app.listen({ port: config.process.port, host: '0.0.0.0' })
  own('http server', () => app.close())
}

/** The limiter of these few calls waits for Redis in the background, so it has a patient connection of its own. */
async function startRegistration(
  config: IngressConfig,
  { own, logger, stopping }: ServiceContext,
): Promise<void> {
  const redis = createRedis({
    url: config.redis.url,
    profile: 'worker',
    name: 'ingress-registration',
    logger,
  })
  own('registration', () => closeRedis(redis))
  const limiter = createLimiter(redis, { ...config.sending, token: config.bot.token })
  const api = createBotApi({ ...config.bot, limiter, lane: 'reply' })
  await registerBot(config.webhook.endpoint, { api, redis, logger, stopping })
}
