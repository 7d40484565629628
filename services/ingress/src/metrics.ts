import { createMetrics } from '@abitly/runtime'
import type { Clock, Metrics, Redis } from '@abitly/runtime'
import { QUEUES, createMailbox, watchQueue } from '@abitly/queue'
import { redisMemory } from './redis-memory.ts'

export type IngressMetrics = ReturnType<typeof createIngressMetrics>
export type PollingMetrics = ReturnType<IngressMetrics['polling']>

/** What ingress counts. The figures of lanes and Redis are asked for when the page is read. */
export function createIngressMetrics(redis: Redis, clock: Clock) {
  const metrics: Metrics = createMetrics('ingress', clock)
  watchLanes(metrics, redis)
  watchRedis(metrics, redis)
  return {
    expose: () => metrics.expose(),
    registry: metrics,
    httpRequests: metrics.counter('bot_http_requests_total', 'HTTP requests answered', ['route', 'status']),
    authFailures: metrics.counter('bot_auth_failures_total', 'Requests refused for their secret', [
      'route',
      'status',
    ]),
    webhookUpdates: metrics.counter('bot_webhook_updates_total', 'Updates received, by what became of them', [
      'result',
    ]),
    /** Those of polling mode: elsewhere they would only say 0. */
    polling: () => createPollingMetrics(metrics),
  }
}

function createPollingMetrics(metrics: Metrics) {
  return {
    updates: metrics.counter('bot_polling_updates_total', 'Updates fetched, by what became of them', [
      'result',
    ]),
    conflicts: metrics.counter('bot_polling_conflicts_total', 'Polls that Telegram refused with 409'),
    heartbeat: metrics.gauge('bot_polling_heartbeat_timestamp', 'UNIX time of the last heartbeat'),
  }
}

function watchLanes(metrics: Metrics, redis: Redis): void {
  const mailbox = createMailbox(redis)
  const queues = Object.values(QUEUES).map((name) => ({ name, figures: watchQueue(redis, name) }))
  metrics.gauge('bot_queue_jobs', 'Jobs by queue and state', ['queue', 'state'], async (gauge) => {
    for (const { name, figures } of queues) {
      for (const [state, count] of Object.entries(await figures.count()))
        gauge.set({ queue: name, state }, count)
    }
  })
  metrics.gauge(
    'bot_queue_oldest_age_seconds',
    'Age of the oldest unhandled work',
    ['queue'],
    async (gauge) => {
      const { oldestMs } = await mailbox.waiting(0, 0)
      gauge.set({ queue: QUEUES.updates }, oldestMs / 1000)
    },
  )
  metrics.gauge('bot_lane_depth', 'Chats with waiting updates', [], async (gauge) => {
    gauge.set((await mailbox.waiting(0, 0)).count)
  })
}

function watchRedis(metrics: Metrics, redis: Redis): void {
  metrics.gauge(
    'bot_redis_memory_ratio',
    'Used part of maxmemory; 0 when there is no limit',
    [],
    async (gauge) => {
      gauge.set((await redisMemory(redis)).ratio)
    },
  )
  metrics.gauge(
    'bot_redis_persistence_ok',
    '1 when the append-only file is on and written',
    [],
    async (gauge) => {
      const info = await redis.info('persistence')
      gauge.set(/aof_enabled:1/.test(info) && /aof_last_write_status:ok/.test(info) ? 1 : 0)
    },
  )
}
