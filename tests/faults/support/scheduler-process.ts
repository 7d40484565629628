/**
 * A scheduler and a worker in one process, by a clock that runs faster than the true one and may be wrong. Whatever
 * their routines do they write down, so that a test that kills this process can read afterwards what really happened.
 * Run by the schedule tests, several at a time.
 */
import { createDatabase } from '@abitly/database'
import { PREFIX, QUEUES, createProducer, startConsumer } from '@abitly/queue'
import {
  closeRedis,
  connectRedis,
  createLease,
  createLogger,
  createMetrics,
  createRedis,
  runService,
  systemClock,
  watchRelease,
} from '@abitly/runtime'
import type { ServiceContext } from '@abitly/runtime'
import type { Routine } from '@abitly/schedule'
import { createClockwork } from '../../../services/scheduler/src/clockwork/clockwork.ts'
import { createElection } from '../../../services/scheduler/src/leader/election.ts'
import { createSharedClock } from '../../../services/scheduler/src/leader/shared-clock.ts'
import { handleRoutineRun } from '../../../services/worker/src/jobs/routine-run.ts'
import { doOnce } from '../../../services/worker/src/routines/do-once.ts'
import type { ReplicaOptions } from './schedule-fleet.ts'
import { EFFECT, LEASE_MS, RENEW_EVERY_MS, TICK_EVERY_MS, TIMETABLE, ZONE } from './schedule-fleet.ts'

const options = JSON.parse(process.env['REPLICA'] ?? '') as ReplicaOptions
const { redisUrl, database: connection, timeline, skewMs, name } = options
const LEASE = `${PREFIX}:scheduler:lease`

async function build(_config: unknown, { own, stopping }: ServiceContext): Promise<void> {
  const logger = createLogger({ service: name, level: 'warn' })
  const redis = createRedis({ url: redisUrl, profile: 'producer', name, logger })
  const patient = createRedis({ url: redisUrl, profile: 'worker', name, logger })
  const database = createDatabase({ ...connection, ssl: false, poolSize: 6, applicationName: name })
  own('database', () => database.close())
  own('redis', () => Promise.all([closeRedis(redis), closeRedis(patient)]))
  await Promise.all([connectRedis(redis), connectRedis(patient)])
  const producer = createProducer(redis)
  own('producer', () => producer.close())

  const wall = (): number => Date.now() + skewMs
  const clock = createSharedClock({
    wall,
    timeline: (trueMs) => timeline.startsAt + (trueMs - timeline.trueStart) * timeline.speed,
  })
  /** Adds a row and nothing else: whoever does it twice leaves two. */
  const noted =
    (task: string): Routine =>
    async ({ slot }) => {
      const details = { task, slot, by: name }
      await doOnce(database, { task, slot }, clock.now(), async ({ adminActions }) => {
        await adminActions.record({ adminId: 0n, action: EFFECT, details, now: systemClock.now() })
        return {}
      })
      return null
    }
  const routines = Object.fromEntries(Object.keys(TIMETABLE).map((task) => [task, noted(task)]))
  const runs = createMetrics(name, systemClock).counter('runs', 'Runs', ['task', 'outcome'])
  const ledger = database.repositories.schedule

  const lease = createLease(redis, LEASE, name, LEASE_MS)
  const election = createElection(
    { lease, owner: name, takeOver: () => clockwork.takeOver(), logger },
    { leaseMs: LEASE_MS, renewEveryMs: RENEW_EVERY_MS },
  )
  const clockwork = createClockwork({
    ...{ timetable: TIMETABLE, routines, timeZone: ZONE, ledger, producer, clock, runs, logger, name },
    leads: () => election.leads(),
    resign: () => election.resign(),
  })
  const watch = watchRelease({ url: redisUrl, name }, LEASE, () => election.tryNow())
  const term = election.run(stopping)
  own('leadership', () => term)
  own('lease watch', () => watch.close())
  own('clockwork', () => clockwork.stop())
  let ticking = false
  const trigger = setInterval(() => {
    if (ticking) return
    ticking = true
    void clockwork.tick().finally(() => (ticking = false))
  }, TICK_EVERY_MS)
  own('trigger', () => clearInterval(trigger))

  const consumer = startConsumer({
    ...{ redis: patient, queue: QUEUES.routines, concurrency: 4, logger, lockDurationMs: 1_500 },
    handlers: [handleRoutineRun({ routines, ledger, clock, runs, logger })],
  })
  own('consumer', () => consumer.close(5_000))
}

await runService(name, () => ({ process: { logLevel: 'warn' } }), build)
