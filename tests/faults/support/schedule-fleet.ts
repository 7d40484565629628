import { createDatabase, migrate } from '@abitly/database'
import type { Database } from '@abitly/database'
import { createRedis, closeRedis } from '@abitly/runtime'
import { dueSlots } from '@abitly/schedule'
import type { Task } from '@abitly/schedule'
import { createTestPostgres, createTestRedis, queryOnce, spawnService, waitFor } from '@abitly/testing'
import type { ControlledServer, OwnedProcess } from '@abitly/testing'
import pg from 'pg'

const SCRIPT = new URL('./scheduler-process.ts', import.meta.url).pathname
const SCHEMA = 'abitly'

export const ZONE = 'Europe/Kyiv'
/** What a routine leaves behind, in `admin_actions`. */
export const EFFECT = 'effect'
/** Everything that waits in production waits here as well, only shorter. */
export const LEASE_MS = 2_400
export const RENEW_EVERY_MS = 600
export const TICK_EVERY_MS = 50

/** Ten minutes pass in a second, so that the night in which summer time ends is over in a minute. */
export const SPEED = 600
const FIRST_MOMENT = new Date('2026-10-24T22:30:00Z')

const task = (cadence: Task['cadence'], graceSeconds: number, runs: Task['runs']): Task => ({
  ...{ cadence, graceSeconds, runs, repeatable: false, keepDays: 400, summary: '' },
})

/** What recurs: some fast and impatient, some slow, some that the leader does itself. */
export const TIMETABLE: Readonly<Record<string, Task>> = {
  'every-2-minutes': task({ kind: 'every', seconds: 120, offsetSeconds: 0 }, 3_600, 'worker'),
  'every-5-minutes-by-the-leader': task({ kind: 'every', seconds: 300, offsetSeconds: 0 }, 3_600, 'leader'),
  hourly: task({ kind: 'every', seconds: 3_600, offsetSeconds: 1_020 }, 7_200, 'worker'),
  // Clocks show it twice this night.
  'daily-at-03:30': task({ kind: 'daily', hour: 3, minute: 30 }, 36_000, 'worker'),
  'daily-at-07:00': task({ kind: 'daily', hour: 7, minute: 0 }, 36_000, 'worker'),
}

/** What one process is told. */
export interface ReplicaOptions {
  name: string
  redisUrl: string
  database: { url: string; schema: string }
  /** How far its clock is ahead of the true time. */
  skewMs: number
  timeline: { startsAt: number; trueStart: number; speed: number }
}

/** A slot and what became of it. */
export interface SlotStory {
  task: string
  slot: string
  state: string
  /** How often its effect happened. */
  effects: number
}

/** Schedulers that share one ledger, on servers of their own. */
export interface ScheduleFleet {
  readonly redis: ControlledServer
  readonly postgres: ControlledServer
  readonly replicas: readonly Replica[]
  /** The name of the leader; null: nobody leads just now. */
  leader(): Promise<string | null>
  /** The time on the timeline. */
  now(): Date
  /** Resolves when every slot up to now has its end written down. */
  settled(): Promise<void>
  /** Every slot the ledger knows. */
  story(): Promise<SlotStory[]>
  /** Every slot that lay between the beginning and a moment, whoever knows of it. */
  expected(upto: Date): string[]
  epochs(): Promise<number>
  stop(): Promise<void>
}

/** One scheduler, as whoever supervises it sees it. */
export interface Replica {
  readonly name: string
  process(): OwnedProcess
  /** Ends it as a crash does, and starts it again. */
  crash(): Promise<void>
}

/** Starts schedulers whose clocks are wrong by so much. */
export async function startScheduleFleet(skews: readonly number[]): Promise<ScheduleFleet> {
  const [redis, postgres] = await Promise.all([createTestRedis(), createTestPostgres()])
  await queryOnce(postgres.url, `CREATE SCHEMA ${SCHEMA}`)
  const connection = { url: postgres.url, schema: SCHEMA }
  await migrate({ ...connection, ssl: false })
  const database = createDatabase({ ...connection, ssl: false, poolSize: 2 })
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2, options: `-c search_path=${SCHEMA}` })
  pool.on('error', () => undefined)
  const client = createRedis({ url: redis.url, profile: 'worker', name: 'test' })
  const timeline = { startsAt: FIRST_MOMENT.getTime(), trueStart: Date.now(), speed: SPEED }
  const now = (): Date => new Date(timeline.startsAt + (Date.now() - timeline.trueStart) * SPEED)
  const replicas = await Promise.all(
    skews.map((skewMs, index) =>
      startReplica({
        name: `replica-${index + 1}`,
        redisUrl: redis.url,
        database: connection,
        skewMs,
        timeline,
      }),
    ),
  )
  const begun = await beginning(database)
  return {
    ...{ redis, postgres, replicas, now },
    leader: () => client.get('{abitly}:scheduler:lease'),
    settled: () => settled(pool, now),
    story: () => story(pool),
    expected: (upto) => expectedSlots(begun, upto),
    epochs: async () => {
      const { rows } = await pool.query<{ epoch: string }>('SELECT epoch FROM leader_epochs')
      return Number(rows[0]?.epoch ?? 0)
    },
    async stop() {
      await Promise.all(replicas.map((replica) => replica.process().stop()))
      await Promise.all([closeRedis(client), database.close(), pool.end()])
      await Promise.all([redis.stop(), postgres.stop()])
    },
  }
}

async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const spawn = (): Promise<OwnedProcess> =>
    spawnService({
      name: options.name,
      script: SCRIPT,
      nodeArgs: ['--import', 'tsx', '--conditions=development'],
      env: { REPLICA: JSON.stringify(options), TZ: ZONE },
      graceMs: 5_000,
    })
  let current = await spawn()
  return {
    name: options.name,
    process: () => current,
    async crash() {
      current.kill('SIGKILL')
      await current.exited
      current = await spawn()
    },
  }
}

/** From when on the ledger counts: as its first leader found it. */
async function beginning(database: Database): Promise<Date> {
  const tasks = Object.keys(TIMETABLE)
  await waitFor(async () => (await database.repositories.schedule.last(tasks)).length > 0, {
    what: 'a first run',
    timeoutMs: 60_000,
  })
  const runs = await database.repositories.schedule.unfinished()
  const recent = await Promise.all(tasks.map((name) => database.repositories.schedule.recent(name, 1_000)))
  const slots = [...runs, ...recent.flat()].map(({ slot }) => slot.getTime())
  return new Date(Math.min(...slots) - 1)
}

/** Nothing is unfinished, and every task is decided on up to now, give or take what lies ahead of it. */
async function settled(pool: pg.Pool, now: () => Date): Promise<void> {
  const upto = now()
  const done = async (): Promise<boolean> => {
    const { rows } = await pool.query<{ open: number; behind: number }>(
      `SELECT (SELECT count(*) FROM schedule_runs WHERE slot <= $1 AND state NOT IN ('done', 'missed'))::integer AS open,
              (SELECT count(*) FROM schedule_tasks
                WHERE task = 'every-2-minutes' AND settled_upto < $1)::integer AS behind`,
      [upto],
    )
    if (rows[0]?.open === 0 && rows[0].behind === 0) return true
    throw new Error(`still open: ${JSON.stringify(rows[0])}`)
  }
  await waitFor(done, { what: 'every slot to have its end', timeoutMs: 90_000, intervalMs: 200 })
}

async function story(pool: pg.Pool): Promise<SlotStory[]> {
  const { rows } = await pool.query<{ task: string; slot: Date; state: string; effects: number }>(
    `SELECT task, slot, state,
            (SELECT count(*) FROM admin_actions
              WHERE action = '${EFFECT}' AND details ->> 'task' = task
                AND (details ->> 'slot')::timestamptz = slot)::integer AS effects
       FROM schedule_runs ORDER BY slot, task`,
  )
  return rows.map((row) => ({ ...row, slot: row.slot.toISOString() }))
}

/** By the rules alone: all slots after the beginning, as `task slot`. */
function expectedSlots(begun: Date, upto: Date): string[] {
  return Object.entries(TIMETABLE)
    .flatMap(([name, spec]) => {
      const { fire, missed } = dueSlots(spec, ZONE, begun, upto)
      return [...missed, ...fire].map((slot) => `${slot.toISOString()} ${name}`)
    })
    .sort()
}
