import {
  closeRedis,
  connectRedis,
  createClock,
  createHealth,
  createRedis,
  serveHealth,
  startHeartbeat,
  versionOf,
} from '@abitly/runtime'
import type { Clock, Redis, ServiceContext } from '@abitly/runtime'
import { createDatabase, requireMigrations } from '@abitly/database'
import type { Database } from '@abitly/database'
import {
  QUEUES,
  createLinkTokens,
  createProducer,
  startConsumer,
  startLaneWorker,
  watchQueue,
} from '@abitly/queue'
import type { Consumer, HandledJob, Producer, QueueFigures } from '@abitly/queue'
import { createBotApi, createLimiter, registerSendGauges, watchToken } from '@abitly/telegram'
import type { BotApi, Limiter } from '@abitly/telegram'
import { createI18n } from '@abitly/text'
import type { I18n } from '@abitly/text'
import { createAlerts, loadAlertTexts, watchScheduler } from '@abitly/watchdog'
import type { SchedulerWatch } from '@abitly/watchdog'
import { createUpdateHandler } from './bot/update-handler.ts'
import { readerLanguage } from './campaigns/reader-language.ts'
import type { WorkerConfig } from './config.ts'
import { countClaims } from './count-claims.ts'
import { handleAccountEventsPublish } from './jobs/account-events-publish.ts'
import { createCampaignHandlers } from './jobs/create-campaign-handlers.ts'
import { handleRoutineRun } from './jobs/routine-run.ts'
import { fetchBotInfo } from './lane/bot-info.ts'
import { createInstantCalls } from './lane/instant-calls.ts'
import { createReplySender } from './lane/reply-sender.ts'
import { createUpdateLane } from './lane/update-lane.ts'
import { createWorkerMetrics } from './metrics.ts'
import { createPlatformProbe } from './platform-probe.ts'
import { createThreads } from './threads/create-threads.ts'
import type { Threads } from './threads/create-threads.ts'
import { workerRoutines } from './routines/worker-routines.ts'

/** Connections beside those that running updates and deliveries hold: reply bookkeeping, routines, health. */
const SPARE_CONNECTIONS = 6
const DRAIN_DEADLINE_MS = 20_000
const COURTESY_TIMEOUT_SECONDS = 5
/** Far more than 50 000 offers take, and less than a lane's lock. */
const SHORTLIST_TIMEOUT_MS = 8_000
/**
 * Jobs at once in one process. Chunks only wait for the places of SEND_MAX_CONCURRENCY, so that there may be many: a
 * second campaign takes its turns beside the first.
 */
const JOBS_AT_ONCE = { deliveries: 16, routines: 4 } as const

/** Builds and starts a worker: it serves chat lanes and jobs until it is told to stop. */
export async function buildWorker(config: WorkerConfig, context: ServiceContext): Promise<void> {
  const { own, logger, stopping } = context
  const redis = createRedis({ url: config.redis.url, profile: 'worker', name: 'worker', logger })
  const poolSize = config.lanes.concurrency + config.deliveries.maxConcurrency + SPARE_CONNECTIONS
  const database = createDatabase({ ...config.database, poolSize, applicationName: 'worker' })
  const clock = createClock(config.process.clockOffsetMs)
  const metrics = createWorkerMetrics(redis, database, clock)
  const limiter = createLimiter(redis, { ...config.sending, token: config.bot.token })
  registerSendGauges(metrics.registry, limiter)
  const health = createHealth({
    service: 'worker',
    version: versionOf(new URL('../package.json', import.meta.url)),
    checks: {
      redis: () => redis.ping(),
      database: () => database.ping(),
      token: () => requireToken(limiter),
    },
    essential: ['redis', 'database', 'token'],
  })
  const server = await serveHealth(health, () => metrics.expose(), config.process.port)
  own('health server', () => server.close())
  own('database', () => database.close())
  own('redis', () => closeRedis(redis))
  await requireMigrations(database)
  await connectRedis(redis)
  const { instance } = config.process
  const heartbeat = startHeartbeat(redis, { service: 'worker', instance, logger, metrics: metrics.registry })
  own('heartbeat', (exitCode) => heartbeat.close(exitCode === 0))
  if (config.process.production && config.bot.adminIds.size === 0) {
    logger.warn('nobody is an admin: set ADMIN_IDS')
  }
  const producer = createProducer(redis)
  own('producer', () => producer.close())
  const accountEvents = watchQueue(redis, QUEUES.accountEvents)
  own('account events', () => accountEvents.close())
  const threads = createThreads()
  own('threads', () => threads.close())
  const i18n = createI18n(new URL('../locales/', import.meta.url))
  const parts: Parts = {
    ...{ redis, database, metrics, limiter, producer, accountEvents, threads, i18n, clock },
    ...openApis(config, { limiter, metrics, database, clock }),
  }
  const lanes = await openLanes(config, context, parts)
  if (lanes === null || stopping.aborted) return
  const consumers = openJobs(config, context, parts)
  // Together: the deadline of a stop is one for all.
  own('work', () => Promise.all([lanes, ...consumers].map((work) => work.close(DRAIN_DEADLINE_MS))))
  const token = watchToken({ api: parts.replyApi, limiter, logger })
  own('token watch', () => token.close())
  const schedulers = watchSchedulers(config, context, parts)
  own('scheduler watch', () => schedulers.close())
  health.setReady(true)
  own('readiness', () => health.setReady(false))
}

interface Parts {
  redis: Redis
  database: Database
  metrics: ReturnType<typeof createWorkerMetrics>
  limiter: Limiter
  producer: Producer
  threads: Threads
  accountEvents: QueueFigures
  i18n: I18n
  clock: Clock
  replyApi: BotApi
  bulkApi: BotApi
  courtesyApi: BotApi
}

async function requireToken(limiter: Limiter): Promise<void> {
  if (await limiter.revoked()) throw new Error('Telegram refuses the bot token')
}

/** The same way to Telegram with three manners: for answers, for what we send of our own accord, for courtesies. */
function openApis(
  { bot, sending }: WorkerConfig,
  { limiter, metrics, database, clock }: Pick<Parts, 'limiter' | 'metrics' | 'database' | 'clock'>,
): Pick<Parts, 'replyApi' | 'bulkApi' | 'courtesyApi'> {
  const { repositories } = database
  const chats = {
    current: (chat: bigint) => repositories.chatMigrations.current(chat),
    moved: (from: bigint, to: bigint) => repositories.chatMigrations.record(from, to, clock.now()),
  }
  const { paidBroadcast } = sending
  const telegram = { token: bot.token, apiRoot: bot.apiRoot, limiter, metrics: metrics.sends }
  return {
    replyApi: createBotApi({ ...telegram, lane: 'reply', chats }),
    bulkApi: createBotApi({ ...telegram, lane: 'bulk', chats, paidBroadcast }),
    courtesyApi: createBotApi({ ...telegram, lane: 'reply', timeoutSeconds: COURTESY_TIMEOUT_SECONDS }),
  }
}

/** The leading scheduler watches everybody; if it is what is silent, workers tell the admins. */
function watchSchedulers(
  config: WorkerConfig,
  { logger }: ServiceContext,
  { redis, database, replyApi: api, clock }: Parts,
): SchedulerWatch {
  const alerts = createAlerts({
    ...{ redis, api, logger, clock, i18n: loadAlertTexts(), adminIds: config.bot.adminIds },
    languageOf: (admin) => readerLanguage(database.repositories.students, admin),
  })
  return watchScheduler({ redis, alerts, logger })
}

async function openLanes(config: WorkerConfig, { logger, stopping }: ServiceContext, parts: Parts) {
  const { redis, database, metrics, producer, threads, i18n, clock, replyApi, courtesyApi } = parts
  const botInfo = await fetchBotInfo(replyApi, logger, stopping)
  if (botInfo === null) return null
  const instantApi = createInstantCalls(courtesyApi, logger)
  const bot = createUpdateHandler({
    botInfo,
    i18n,
    clock,
    config: {
      ...config.student,
      ...{ adminIds: config.bot.adminIds, bulkPerSecond: config.sending.bulkPerSecond },
      lookAtPlatform: createPlatformProbe(redis, database),
    },
    instantApi,
    linkTokens: countClaims(createLinkTokens(redis), metrics.linkTokens),
    shortlist: (input) => threads.run('plan.shortlist', input, { timeoutMs: SHORTLIST_TIMEOUT_MS }),
  })
  const { maxRetries, retryDelayMs } = config.sending
  const send = createReplySender({
    ...{ api: replyApi, botId: config.bot.id, instant: instantApi, threads },
    ...{ database, producer, i18n, clock, logger, maxRetries, retryDelayMs },
  })
  return startLaneWorker({
    redis,
    handler: createUpdateLane({ botId: config.bot.id, database, bot, send, clock }),
    observer: metrics.laneObserver(logger),
    logger,
    concurrency: config.lanes.concurrency,
    lockDurationMs: config.lanes.lockMs,
    stalledCheckMs: Math.ceil(config.lanes.lockMs / 3),
  })
}

function openJobs(config: WorkerConfig, { logger }: ServiceContext, parts: Parts): Consumer[] {
  const { redis, database, metrics, producer, i18n, clock, replyApi, bulkApi } = parts
  const { maxRetries, retryDelayMs } = config.sending
  const campaigns: HandledJob[] = createCampaignHandlers({
    ...{ database, producer, bulkApi, replyApi, i18n, clock, logger },
    ...{ ended: metrics.deliveriesEnded, maxConcurrency: config.deliveries.maxConcurrency },
    ...{ maxRetries, retryDelayMs },
  })
  const routine = handleRoutineRun({
    ...{ clock, logger, runs: metrics.routineRuns, ledger: database.repositories.schedule },
    routines: workerRoutines({ database, producer, clock, logger, timeZone: config.process.timeZone }),
  })
  const waiting = async (): Promise<number> => (await parts.accountEvents.count())['waiting'] ?? 0
  const links = handleAccountEventsPublish({ database, producer, waiting, clock, logger })
  const handlers = [...campaigns, links, routine]
  return ([QUEUES.routines, QUEUES.deliveries] as const).map((queue) =>
    startConsumer({
      ...{ redis, queue, handlers, logger, concurrency: JOBS_AT_ONCE[queue] },
      lockDurationMs: config.lanes.lockMs,
    }),
  )
}
