import {
  closeRedis,
  connectRedis,
  createClock,
  createHealth,
  createLease,
  createMetrics,
  createRedis,
  randomId,
  serveHealth,
  versionOf,
} from '@abitly/runtime'
import type { Metrics, ServiceContext } from '@abitly/runtime'
import { createDatabase, requireMigrations } from '@abitly/database'
import { PREFIX, createLaneInlet, createProducer } from '@abitly/queue'
import { startClockwork } from './clockwork.ts'
import type { SchedulerConfig } from './config.ts'
import { ELECTION_DEFAULTS, createElection } from './leader/election.ts'
import type { Election } from './leader/election.ts'
import { schedules } from './schedules.ts'

const LEASE = `${PREFIX}:scheduler:lease`

/** Builds and starts a scheduler replica: it stands for leader, and fires the schedules while it leads. */
export async function buildScheduler(
  config: SchedulerConfig,
  { own, logger, stopping }: ServiceContext,
): Promise<void> {
  const redis = createRedis({ url: config.redis.url, profile: 'producer', name: 'scheduler', logger })
  const database = createDatabase({ ...config.database, poolSize: 2, applicationName: 'scheduler' })
  const clock = createClock(config.process.clockOffsetMs)
  const metrics = createMetrics('scheduler', clock)
  const health = createHealth({
    service: 'scheduler',
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

  const owner = randomId()
  const lease = createLease(redis, LEASE, owner, ELECTION_DEFAULTS.leaseMs)
  const election = createElection({ lease, owner, logger }, ELECTION_DEFAULTS)
  const inlet = createLaneInlet(redis, { maxDepth: Number.MAX_SAFE_INTEGER })
  own('lane inlet', () => inlet.close())
  const producer = createProducer(redis)
  own('producer', () => producer.close())
  const tasks = schedules({ redis, inlet, producer, database, clock, logger })
  const clockwork = startClockwork(tasks, {
    timeZone: config.process.timeZone,
    leads: () => election.leads(),
    runs: countRuns(metrics, election),
    logger,
  })
  const term = election.run(stopping)
  own('leadership', () => term)
  own('clockwork', () => clockwork.stop())
  health.setReady(true)
  own('readiness', () => health.setReady(false))
}

function countRuns(metrics: Metrics, election: Election) {
  metrics.gauge('bot_scheduler_leader', '1 in the replica that leads', [], (gauge) =>
    gauge.set(election.leads() ? 1 : 0),
  )
  return metrics.counter('bot_schedule_runs_total', 'Runs of scheduled tasks', ['task', 'outcome'])
}
