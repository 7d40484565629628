import { createDatabase } from '@abitly/database'
import type { Database } from '@abitly/database'
import { createLogger, createMetrics, systemClock } from '@abitly/runtime'
import type { Routine, Task } from '@abitly/schedule'
import { createTestDatabase, queryOnce } from '@abitly/testing'
import type { TestDatabase } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSharedClock } from '../leader/shared-clock.ts'
import { createClockwork } from './clockwork.ts'
import type { Clockwork } from './clockwork.ts'

const task = (runs: Task['runs'], graceSeconds = 3_600): Task => ({
  ...{ cadence: { kind: 'daily', hour: 7, minute: 0 }, graceSeconds, runs },
  ...{ repeatable: false, keepDays: 400, summary: '' },
})
const TIMETABLE = { reminders: task('worker'), watch: task('leader') }
const SEVEN = new Date('2026-07-24T04:00:00Z')
const logger = createLogger({ service: 'test', level: 'silent' })

let files: TestDatabase
let database: Database
/** The time on everybody's clock, but for how far it runs on by itself: milliseconds, where minutes matter. */
let now: Date
let enqueue: ReturnType<typeof vi.fn<(job: unknown, payload: unknown) => Promise<void>>>
let watch: ReturnType<typeof vi.fn<Routine>>
const started: Clockwork[] = []

beforeAll(async () => {
  files = await createTestDatabase()
  database = createDatabase({ url: files.url, schema: files.schema, ssl: false, poolSize: 5 })
})
beforeEach(async () => {
  now = new Date(SEVEN.getTime() - 60_000)
  enqueue = vi.fn(() => Promise.resolve())
  watch = vi.fn(() => Promise.resolve({ looked: 1 }))
  const tables = ['schedule_runs', 'schedule_tasks'].map((table) => `${files.schema}.${table}`)
  await queryOnce(files.url, `TRUNCATE ${tables.join(', ')}`)
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((clockwork) => clockwork.stop()))
})
afterAll(async () => {
  await database.close()
  await files.drop()
})

interface Replica extends Clockwork {
  leads: boolean
  resign: ReturnType<typeof vi.fn<() => Promise<void>>>
}

/** A replica that leads until it is told otherwise. */
async function leader(name = 'one'): Promise<Replica> {
  const office = { leads: true, resign: vi.fn(() => Promise.resolve()) }
  const clockwork = createClockwork({
    ...{ timetable: TIMETABLE, routines: { watch }, timeZone: 'Europe/Kyiv', logger, name },
    ledger: database.repositories.schedule,
    producer: { enqueue },
    clock: createSharedClock({ wall: () => Date.now(), timeline: () => now.getTime() }),
    leads: () => office.leads,
    resign: office.resign,
    runs: createMetrics(name, systemClock).counter('runs', 'Runs', ['task', 'outcome']),
  })
  started.push(clockwork)
  await clockwork.takeOver()
  return Object.assign(office, clockwork)
}

const ofReminders = async () => database.repositories.schedule.find({ task: 'reminders', slot: SEVEN })
const woken = () => enqueue.mock.calls.map(([, payload]) => (payload as { task: string }).task)

describe('the clockwork', () => {
  it('fires a slot once, however often it ticks', async () => {
    const one = await leader()
    await one.tick()
    expect(await ofReminders()).toBeNull()
    now = SEVEN
    for (let times = 0; times < 5; times += 1) await one.tick()
    expect(await ofReminders()).toMatchObject({ state: 'enqueued', origin: 'clock', leader: 'one' })
    expect(woken()).toEqual(['reminders'])
    await vi.waitFor(() => expect(watch).toHaveBeenCalledOnce())
  })

  it('fires nothing while it does not lead', async () => {
    const one = await leader()
    now = SEVEN
    one.leads = false
    await one.tick()
    expect(await ofReminders()).toBeNull()
    expect(watch).not.toHaveBeenCalled()
  })

  it('resigns when the ledger knows a newer leader, and leaves its slot alone', async () => {
    const old = await leader('old')
    const young = await leader('young')
    now = SEVEN
    await young.tick()
    // It has been frozen since before the slot, and believes in its lease.
    await old.tick()
    expect(old.resign).toHaveBeenCalledOnce()
    expect(await ofReminders()).toMatchObject({ leader: 'young' })
    expect(woken()).toEqual(['reminders'])
    await vi.waitFor(() => expect(watch).toHaveBeenCalled())
    await young.stop()
    expect(watch).toHaveBeenCalledOnce()
  })

  it('takes up what its predecessor claimed and woke nobody for', async () => {
    const first = await leader('first')
    now = SEVEN
    enqueue.mockRejectedValueOnce(new Error('Redis is away, and then this process dies'))
    await first.tick()
    expect(first.resign).toHaveBeenCalledOnce()
    expect(await ofReminders()).toMatchObject({ state: 'planned', leader: 'first' })
    const second = await leader('second')
    await second.tick()
    expect(await ofReminders()).toMatchObject({ state: 'enqueued', leader: 'first' })
    expect(woken()).toEqual(['reminders', 'reminders'])
  })

  it('does a run of its own again that its predecessor was in the middle of', async () => {
    const first = await leader('first')
    watch.mockReturnValueOnce(new Promise(() => undefined))
    now = SEVEN
    await first.tick()
    await vi.waitFor(() => expect(watch).toHaveBeenCalledOnce())
    started.splice(0) // It is frozen: waiting for it to stop would take for ever.
    const second = await leader('second')
    await second.tick()
    await vi.waitFor(async () => {
      expect(await database.repositories.schedule.find({ task: 'watch', slot: SEVEN })).toMatchObject({
        ...{ state: 'done', attempts: 2, counts: { looked: 1 } },
      })
    })
  })

  it('catches up within the grace, and records as missed what came before', async () => {
    await leader('first')
    now = new Date('2026-07-26T04:30:00Z')
    const second = await leader('second')
    await second.tick()
    const runs = await database.repositories.schedule.recent('reminders', 10)
    expect(runs.map(({ slot, state, origin }) => [slot.toISOString(), state, origin])).toEqual([
      ['2026-07-26T04:00:00.000Z', 'enqueued', 'catch-up'],
      ['2026-07-25T04:00:00.000Z', 'missed', 'catch-up'],
      ['2026-07-24T04:00:00.000Z', 'missed', 'catch-up'],
    ])
  })

  it('ends a run that no worker began before its successor was due', async () => {
    const first = await leader()
    now = SEVEN
    await first.tick()
    now = new Date('2026-07-25T06:00:00Z')
    const second = await leader('second')
    await second.tick()
    expect(await ofReminders()).toMatchObject({ state: 'missed', finishedAt: now })
  })

  it('resigns when the ledger cannot be asked', async () => {
    const one = await leader()
    const away = new Error('The database does not answer')
    vi.spyOn(database.repositories.schedule, 'settleSlots').mockRejectedValueOnce(away)
    now = SEVEN
    await one.tick()
    expect(one.resign).toHaveBeenCalledOnce()
    expect(one.epoch()).toBeNull()
  })
})
