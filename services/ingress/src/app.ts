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
import { createBotApi, createLimiter } from '@abitly/telegram'
import type { IngressConfig } from './config.ts'
import { createIngressMetrics } from './metrics.ts'
import type { IngressMetrics } from './metrics.ts'
import { errorAnswers } from './plugins/errors.ts'
import { requestMetrics } from './plugins/request-metrics.ts'
import { watchMemory } from './redis-memory.ts'
import { registerBot } from './registration/register.ts'
import { healthRoutes } from './routes/health.ts'
import { telegramWebhook } from './routes/telegram-webhook.ts'
import { keepUnreadable } from './unreadable.ts'
import { WEBHOOK_PATH } from './webhook-url.ts'

/** Builds and starts ingress: it listens at once, and is ready when Redis and the database have answered. */
export async function buildIngress(config: IngressConfig, context: ServiceContext): Promise<void> {
  const { own, logger } = context
  const redis = createRedis({ url: config.redis.url, profile: 'producer', name: 'ingress', logger })
  own('redis', () => closeRedis(redis))
  const database = createDatabase({ ...config.database, poolSize: 4, applicationName: 'ingress' })
  own('database', () => database.close())
  const health = createHealth({
    service: 'ingress',
    version: versionOf(new URL('../package.json', import.meta.url)),
    checks: {
      redis: () => redis.ping(),
      database: () => database.ping(),
      migrations: () => requireMigrations(database),
    },
    essential: ['redis'],
  })
  const metrics = createIngressMetrics(redis, createClock(config.process.clockOffsetMs))
  await listen(config, context, { redis, health, metrics })

  await connectRedis(redis)
  await requireMigrations(database)
  const { instance } = config.process
  const heartbeat = startHeartbeat(redis, { service: 'ingress', instance, logger, metrics: metrics.registry })
  own('heartbeat', (exitCode) => heartbeat.close(exitCode === 0))
  void startRegistration(config, context)
  health.setReady(true)
  own('readiness', () => health.setReady(false))
}

async function listen(
  config: IngressConfig,
  { own, logger }: ServiceContext,
  { redis, health, metrics }: { redis: Redis; health: Health; metrics: IngressMetrics },
): Promise<void> {
  const memory = watchMemory(redis, logger)
  own('memory guard', () => memory.stop())
  const inlet = createLaneInlet(redis, { maxDepth: config.webhook.laneMaxDepth })
  own('lane inlet', () => inlet.close())

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
  telegramWebhook(app, {
    path: WEBHOOK_PATH,
    secret: config.webhook.secret,
    inlet,
    keepUnreadable: (reason, body) => keepUnreadable(redis, reason, body),
    memory,
    metrics,
    logger,
  })
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
  await registerBot(config.webhook, { api, redis, logger, stopping })
}
