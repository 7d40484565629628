import { hostname } from 'node:os'
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
  startHeartbeat,
  systemClock,
  versionOf,
  watchRelease,
} from '@abitly/runtime'
import type { Clock, Logger, Metrics, Redis, ServiceContext } from '@abitly/runtime'
import { createDatabase, requireMigrations } from '@abitly/database'
import type { Database } from '@abitly/database'
import { PREFIX, createLaneInlet, createProducer } from '@abitly/queue'
import { TIMETABLE } from '@abitly/schedule'
import { createClockwork } from './clockwork/clockwork.ts'
import type { Clockwork } from './clockwork/clockwork.ts'
import type { SchedulerConfig } from './config.ts'
import { ELECTION_DEFAULTS, createElection } from './leader/election.ts'
import type { Election } from './leader/election.ts'
import { createSharedClock } from './leader/shared-clock.ts'
import { leaderRoutines } from './routines/leader-routines.ts'
import { startTrigger } from './trigger.ts'
import { openWatch } from './watch.ts'

const LEASE = `${PREFIX}:scheduler:lease`

/** Builds and starts a scheduler replica: it stands for leader, and keeps the schedule while it leads. */
export async function buildScheduler(config: SchedulerConfig, context: ServiceContext): Promise<void> {
  const { own, logger } = context
  const redis = createRedis({ url: config.redis.url, profile: 'producer', name: 'scheduler', logger })
  const database = createDatabase({ ...config.database, poolSize: 4, applicationName: 'scheduler' })
  const clock = createClock(config.process.clockOffsetMs)
  const metrics = createMetrics('scheduler', clock)
  const office: { election: Election | null } = { election: null }
  const health = createHealth({
    service: 'scheduler',
    version: versionOf(new URL('../package.json', import.meta.url)),
    checks: { redis: () => redis.ping(), database: () => database.ping() },
    essential: ['redis', 'database'],
    facts: () => leadership(office.election),
  })
  const server = await serveHealth(health, () => metrics.expose(), config.process.port)
  own('health server', () => server.close())
  own('database', () => database.close())
  own('redis', () => closeRedis(redis))
  await requireMigrations(database)
  await connectRedis(redis)
  const { instance } = config.process
  const heartbeat = startHeartbeat(redis, { service: 'scheduler', instance, logger, metrics })
  own('heartbeat', (exitCode) => heartbeat.close(exitCode === 0))
  office.election = keepSchedule(config, context, { redis, database, metrics, clock, logger })
  health.setReady(true)
  own('readiness', () => health.setReady(false))
}

/** Who leads, as `/readyz` and `/ping` tell it. */
function leadership(election: Election | null): Record<string, string> {
  return { leads: election?.leads() === true ? 'yes' : 'no', leader: election?.leader() ?? 'nobody' }
}

function keepSchedule(
  config: SchedulerConfig,
  { own, logger, stopping }: ServiceContext,
  parts: { redis: Redis; database: Database; metrics: Metrics; clock: Clock; logger: Logger },
): Election {
  const { redis, database, metrics } = parts
  // People read the first part; the rest tells a process from the one that had its name before.
  const owner = `${hostname()}-${process.pid}/${randomId().slice(0, 8)}`
  const inlet = createLaneInlet(redis, { maxDepth: Number.MAX_SAFE_INTEGER })
  own('lane inlet', () => inlet.close())
  const producer = createProducer(redis)
  own('producer', () => producer.close())
  const lease = createLease(redis, LEASE, owner, ELECTION_DEFAULTS.leaseMs)
  const takeOver = (): Promise<void> => clockwork.takeOver()
  const election = createElection({ lease, owner, takeOver, logger }, ELECTION_DEFAULTS)
  const clockwork = createClockwork({
    timetable: TIMETABLE,
    routines: leaderRoutines({ redis, inlet, logger, ...openWatch(config, parts) }),
    timeZone: config.process.timeZone,
    ledger: database.repositories.schedule,
    clock: createSharedClock({
      wall: () => systemClock.now().getTime(),
      timeline: (ms) => ms + config.process.clockOffsetMs,
    }),
    leads: () => election.leads(),
    resign: () => election.resign(),
    runs: metrics.counter('bot_schedule_runs_total', 'Runs of scheduled tasks', ['task', 'outcome']),
    ...{ producer, logger, name: owner },
  })
  showLeadership(metrics, election, clockwork)
  const watch = watchRelease({ url: config.redis.url, name: 'scheduler-watch', logger }, LEASE, () =>
    election.tryNow(),
  )
  own('lease watch', () => watch.close())
  const term = election.run(stopping)
  own('leadership', () => term)
  const trigger = startTrigger(() => clockwork.tick(), logger)
  own('clockwork', () => clockwork.stop())
  own('trigger', () => trigger.stop())
  return election
}

function showLeadership(metrics: Metrics, election: Election, clockwork: Clockwork): void {
  metrics.gauge('bot_scheduler_leader', '1 in the replica that leads', [], (gauge) =>
    gauge.set(election.leads() ? 1 : 0),
  )
  metrics.gauge('bot_scheduler_epoch', 'Fencing epoch of the term of this replica; 0: none', [], (gauge) =>
    gauge.set(Number(clockwork.epoch() ?? 0)),
  )
}
