import { createLogger, createMetrics, systemClock } from '@abitly/runtime'
import { TIMETABLE } from '@abitly/schedule'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import { describe, expect, it, vi } from 'vitest'
import { START, useScene } from '../campaigns/testing/use-scene.ts'
import { handleRoutineRun } from '../jobs/routine-run.ts'
import { ledgerPrune } from './ledger-prune.ts'
import { retention } from './retention.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const clock = fixedClock(START)
const logger = createLogger({ service: 'test', level: 'silent' })
const signal = new AbortController().signal
const daysAgo = (days: number): Date => new Date(START.getTime() - days * 86_400_000)

describe('retention', () => {
  it('deletes drafts and campaigns that are kept no longer, with their recipients, and no others', async () => {
    const students = await scene.students(3)
    const old = await scene.running(students)
    const recent = await scene.running(students)
    const draft = { kind: 'broadcast', content: {}, audience: null, createdBy: 1n } as const
    const { campaigns } = scene.database.repositories
    await campaigns.create({ ...draft, now: daysAgo(8) })
    const young = await campaigns.create({ ...draft, now: daysAgo(6) })
    await scene.sql(
      `UPDATE {schema}.campaigns SET state = 'finished', created_by = NULL,
              finished_at = CASE WHEN id = $1::uuid THEN $2::timestamptz ELSE $3::timestamptz END
        WHERE id IN ($1::uuid, $4::uuid)`,
      [old.id, daysAgo(61), daysAgo(59), recent.id],
    )
    const run = retention({ repositories: scene.database.repositories, clock })
    expect(await run({ slot: START, signal })).toEqual({
      updates: 0,
      accountEvents: 0,
      plans: 0,
      students: 0,
      pictures: 0,
      searches: 0,
      campaigns: 2,
    })
    expect(await campaigns.find(old.id)).toBeNull()
    expect(await scene.states(old)).toEqual([])
    expect(await scene.states(recent)).toHaveLength(3)
    expect(await campaigns.find(young.id)).not.toBeNull()
    expect(await run({ slot: START, signal })).toEqual({
      updates: 0,
      accountEvents: 0,
      plans: 0,
      students: 0,
      pictures: 0,
      searches: 0,
      campaigns: 0,
    })
  })

  it('keeps a campaign of an admin longer than one of the schedule', async () => {
    const campaign = await scene.running(await scene.students(1))
    const ended = `UPDATE {schema}.campaigns SET state = 'finished', created_by = 1, finished_at = $2 WHERE id = $1::uuid`
    await scene.sql(ended, [campaign.id, daysAgo(399)])
    const run = retention({ repositories: scene.database.repositories, clock })
    expect(await run({ slot: START, signal })).toMatchObject({ campaigns: 0 })
    await scene.sql(ended, [campaign.id, daysAgo(401)])
    expect(await run({ slot: START, signal })).toMatchObject({ campaigns: 1 })
  })

  it('erases who has been silent for 24 months, and nobody else, however many there are', async () => {
    const silent = await scene.students(101)
    const [active = 0n] = await scene.students(1)
    const lastHeard =
      'UPDATE {schema}.telegram_users SET last_interacted_at = $2 WHERE telegram_chat_id = ANY ($1)'
    await scene.sql(lastHeard, [silent, new Date('2024-07-24T09:59:59Z')])
    await scene.sql(lastHeard, [[active], new Date('2024-07-24T10:00:00Z')])
    const run = retention({ repositories: scene.database.repositories, clock })
    expect(await run({ slot: START, signal })).toMatchObject({ students: 101 })
    const people = await scene.database.repositories.students.people([...silent, active])
    expect(people.map(({ chatId }) => chatId)).toEqual([active])
  })
})

describe('ledger-prune', () => {
  it('forgets each task after its own time', async () => {
    const { schedule } = scene.database.repositories
    const kept = TIMETABLE['campaign-sweep'].keepDays
    for (const task of ['campaign-sweep', 'ledger-prune']) {
      await schedule.request({ task, slot: daysAgo(kept + 1) }, false, START)
      const begun = await schedule.begin(task, START)
      await schedule.end(begun!, { state: 'done', counts: {} }, START)
    }
    const run = ledgerPrune({ schedule, clock })
    expect(await run({ slot: START, signal })).toEqual({ pruned: 1 })
    expect(await schedule.recent('ledger-prune', 5)).toHaveLength(1)
  })
})

describe('a routine.run job', () => {
  const runs = createMetrics('test', systemClock).counter('bot_schedule_runs_total', 'Runs', [
    'task',
    'outcome',
  ])
  const handler = (routine: () => Promise<Record<string, number>>) =>
    handleRoutineRun({
      ...{ clock, logger, runs, ledger: scene.database.repositories.schedule, routines: { tried: routine } },
    })

  it('does every run that is due, and then nothing', async () => {
    const { schedule } = scene.database.repositories
    for (const slot of [daysAgo(2), daysAgo(1)]) await schedule.request({ task: 'tried', slot }, false, START)
    const routine = vi.fn(() => Promise.resolve({ n: 1 }))
    await handler(routine).run({ task: 'tried' }, { signal })
    await handler(routine).run({ task: 'tried' }, { signal })
    expect(routine).toHaveBeenCalledTimes(2)
    expect((await schedule.recent('tried', 5)).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('writes down why a run failed, without what may be anybody’s text', async () => {
    const { schedule } = scene.database.repositories
    await schedule.request({ task: 'tried', slot: START }, false, START)
    const token = ['123456', 'A'.repeat(35)].join(':')
    await handler(() => Promise.reject(new Error(`GET /bot${token}/getMe failed`))).run(
      { task: 'tried' },
      { signal },
    )
    const run = await schedule.find({ task: 'tried', slot: START })
    expect(run).toMatchObject({ state: 'failed', attempts: 1 })
    expect(run?.error).toMatch(/^Error: GET/)
    expect(run?.error).not.toContain(token)
  })

  it('leaves a task alone that this version does not know', async () => {
    await expect(
      handler(() => Promise.resolve({})).run({ task: 'of-tomorrow' }, { signal }),
    ).resolves.toBeUndefined()
  })
})
