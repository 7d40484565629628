import type { Database } from '@abitly/database'
import { PREFIX } from '@abitly/queue'
import type { LaneObserver } from '@abitly/queue'
import { createMetrics } from '@abitly/runtime'
import type { Clock, Logger, Metrics, Redis } from '@abitly/runtime'
import type { SendMetrics } from '@abitly/telegram'

const LATENCY_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
const WAIT_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
/** Lanes seen lately, by time: shared by the fleet, so every worker shows the same figure. */
const ACTIVE = `${PREFIX}:active`
const ACTIVE_MS = 5 * 60_000

export function createWorkerMetrics(redis: Redis, database: Database, clock: Clock) {
  const metrics = createMetrics('worker', clock)
  const noteActive = watchPeople(metrics, redis, clock)
  watchDeadLetters(metrics, database)
  const sends: SendMetrics = {
    sends: metrics.counter('bot_sends_total', 'Calls to Telegram by outcome', ['outcome', 'lane']),
    wait: metrics.histogram('bot_send_wait_seconds', 'Wait for the send budget', WAIT_BUCKETS, ['lane']),
    rateLimited: metrics.counter('bot_rate_limited_total', 'Answers 429 of Telegram'),
  }
  return {
    expose: () => metrics.expose(),
    registry: metrics,
    sends,
    ...countOutcomes(metrics),
    routineRuns: metrics.counter('bot_schedule_runs_total', 'Runs of scheduled tasks', ['task', 'outcome']),
    /** Counts what lanes do, and logs what an operator must know. */
    laneObserver(logger: Logger): LaneObserver {
      const latency = metrics.histogram(
        'bot_update_latency_seconds',
        'From arrival to the last reply',
        LATENCY_BUCKETS,
      )
      const handled = metrics.counter('bot_updates_total', 'Updates handled')
      const errors = metrics.counter('bot_update_errors_total', 'Failed attempts at an update')
      const doubled = metrics.counter('bot_replies_doubled_total', 'Replies that a crash may have sent twice')
      return {
        handled(lane, head, durationMs) {
          handled.inc()
          if (/^\d+$/.test(lane)) noteActive(lane)
          latency.observe(durationMs / 1000)
        },
        failed(head, error) {
          errors.inc()
          logger.warn({ err: error, updateId: head.updateId, attempt: head.attempts }, 'an update failed')
        },
        buried(head, error) {
          logger.error(
            { err: error, updateId: head.updateId },
            'an update was given up: see `pnpm abitly dead-letters`',
          )
        },
        surroundingsFailed: (error) => logger.warn({ err: error }, 'surroundings failed, the update waits'),
        maybeDoubled(head) {
          doubled.inc()
          logger.warn({ updateId: head.updateId }, 'a reply may go out twice after a crash')
        },
        lost: (head) => logger.warn({ updateId: head.updateId }, 'another worker took over this lane'),
      }
    },
  }
}

function watchDeadLetters(metrics: Metrics, { repositories }: Database): void {
  const help = 'Updates that were given up and wait for an operator'
  metrics.gauge('bot_dead_letters', help, [], async (gauge) => {
    gauge.set(await repositories.processedUpdates.countDead())
  })
}

function countOutcomes(metrics: Metrics) {
  return {
    deliveriesEnded: metrics.counter(
      'bot_campaign_deliveries_total',
      'Recipients of campaigns by how it ended',
      ['state'],
    ),
    linkTokens: metrics.counter('bot_link_tokens_total', 'Link tokens that came to be redeemed', ['outcome']),
  }
}

/** @returns what notes that a person was active; a set that all workers share holds who was, and when */
function watchPeople(metrics: Metrics, redis: Redis, clock: Clock): (person: string) => void {
  const now = (): number => clock.now().getTime()
  metrics.gauge('bot_active_users', 'People active in the last 5 minutes, fleet-wide', [], async (gauge) => {
    gauge.set(await redis.zcount(ACTIVE, now() - ACTIVE_MS, '+inf'))
  })
  return (person) => {
    const noted = redis
      .multi()
      .zadd(ACTIVE, now(), person)
      .zremrangebyscore(ACTIVE, '-inf', now() - ACTIVE_MS)
      .exec()
    noted.catch(() => undefined)
  }
}
