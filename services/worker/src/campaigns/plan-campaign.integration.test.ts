import type { Campaign, DeliveryRow } from '@abitly/database'
import type { CampaignPayload, JobHandler } from '@abitly/queue'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { createPlanner } from './plan-campaign.ts'
import { createMemoryQueue } from './testing/memory-queue.ts'
import { createMortalProcess, Died } from './testing/mortal-process.ts'
import { openDay } from './testing/open-day.ts'
import { reminderEvent } from './testing/reminder.ts'
import { QUIET, START, useScene } from './testing/use-scene.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const clock = fixedClock(START)
const never = new AbortController().signal
const PAGES = { recipients: 3, filterHolders: 2, interested: 2, followers: 2 }
/** By people with filters: two hear of both, one of the first only, three of none. */
const EVENTS = [openDay(1), openDay(2, { regionId: 2 })]
let holders: bigint[]

beforeAll(async () => {
  holders = await scene.students(6)
  await scene.sql(`INSERT INTO {schema}.regions (id, edbo_code, osvita_id, name_uk, name_en)
    SELECT id, id::text, id, 'Р', 'R' FROM generate_series(1, 3) id`)
  const filters = [
    [holders[0], 1],
    [holders[1], 1],
    [holders[1], 2],
    [holders[2], 3],
    [holders[3], 3],
    [holders[4], 2],
    [holders[4], 1],
    [holders[5], 3],
  ]
  for (const [chat, region] of filters) {
    await scene.sql(
      'INSERT INTO {schema}.telegram_user_filter_regions (telegram_chat_id, region_id) VALUES ($1, $2)',
      [chat, region],
    )
  }
})

function planner(diesAt = Infinity): {
  plan: JobHandler<CampaignPayload>
  jobs: string[]
  points: () => number
} {
  const mortal = createMortalProcess(diesAt)
  const queue = createMemoryQueue(() => START.getTime())
  const jobs: string[] = []
  const producer = mortal.producer({
    enqueue: async (job, payload) => {
      jobs.push(job.name)
      await queue.enqueue(job, payload)
    },
  })
  const plan = createPlanner({ ...QUIET, database: mortal.database(scene.database), producer, clock }, PAGES)
  return { plan, jobs, points: mortal.points }
}

async function rowsOf({ id }: Campaign): Promise<DeliveryRow[]> {
  return await scene.database.repositories.deliveries.due(id, { after: -1, upto: 1_000 }, START, 1_000)
}

const cases: { name: string; start: () => Promise<Campaign>; recipients: () => Promise<bigint[]> }[] = []
let broadcastTo: bigint[] = []
cases.push({
  name: 'a broadcast',
  start: async () => {
    broadcastTo = await scene.students(10)
    return await scene.planning(broadcastTo)
  },
  recipients: async () => broadcastTo,
})
cases.push({
  name: 'an open-day update',
  start: async () => {
    // Nobody has been told of these edits yet.
    const events = EVENTS.map((event) => ({ ...event, openDayId: event.openDayId + 100 * (edition += 1) }))
    return await scene.planning([], { kind: 'open-day-update', content: { kind: 'open-days', events } })
  },
  recipients: async () => [holders[0]!, holders[1]!, holders[4]!],
})
cases.push({
  name: 'reminders',
  start: async () => {
    const { students, events } = await attendances()
    remindedTo = students
    const content = { kind: 'reminders', day: '2026-01-23', events }
    return await scene.planning([], { kind: 'reminder', content })
  },
  recipients: async () => remindedTo,
})
let edition = 0
let remindedTo: bigint[] = []

/** Two open days of one university, and six people of whom five attend the first and one of these both. */
async function attendances() {
  edition += 1
  const [one, other] = [2 * edition, 2 * edition + 1]
  const students = holders.slice(0, 5)
  await scene.sql(
    `WITH university AS (
       INSERT INTO {schema}.universities (id, name_uk, short_uk, region_id) VALUES ($1, 'У', 'У', 1)
     ), days AS (
       INSERT INTO {schema}.open_days (id, university_id, title_uk, date, format)
       SELECT id, $1, 'День', '2026-01-24', 'offline' FROM generate_series($1::integer, $2::integer) id
     )
     INSERT INTO {schema}.monitoring_open_days (telegram_chat_id, open_day_id)
     SELECT unnest($3::bigint[]), $1 UNION ALL SELECT $4, $2`,
    [one, other, students, students[2]],
  )
  return { students, events: [reminderEvent(one), reminderEvent(other)] }
}

describe.each(cases)('planning $name', ({ start, recipients }) => {
  it('gives each recipient one row, then the campaign runs', async () => {
    const campaign = await start()
    const { plan, jobs } = planner()
    expect(await plan({ campaignId: campaign.id }, { signal: never })).toBeUndefined()
    const rows = await rowsOf(campaign)
    expect(rows.map(({ chatId }) => chatId)).toEqual(await recipients())
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index))
    expect(await scene.found(campaign)).toMatchObject({ state: 'running', size: rows.length })
    expect(jobs).toEqual(['campaign.wake', 'campaign.show-progress'])
  })

  it('that dies at any point is taken up where it was', async () => {
    const first = planner()
    await first.plan({ campaignId: (await start()).id }, { signal: never })
    for (let diesAt = 1; diesAt <= first.points(); diesAt += 1) {
      const campaign = await start()
      const payload = { campaignId: campaign.id }
      await expect(planner(diesAt).plan(payload, { signal: never })).rejects.toThrow(Died)
      await planner().plan(payload, { signal: never })
      const rows = await rowsOf(campaign)
      const about = `died at point ${diesAt}`
      expect(
        rows.map(({ chatId }) => chatId),
        about,
      ).toEqual(await recipients())
      expect(await scene.found(campaign), about).toMatchObject({ state: 'running', size: rows.length })
    }
  })

  it('by two processes at once plans nobody twice', async () => {
    const campaign = await start()
    const payload = { campaignId: campaign.id }
    await Promise.all([
      planner().plan(payload, { signal: never }),
      planner().plan(payload, { signal: never }),
    ])
    expect((await rowsOf(campaign)).map(({ chatId }) => chatId)).toEqual(await recipients())
    expect((await scene.found(campaign)).state).toBe('running')
  })

  it('ends when the campaign is cancelled', async () => {
    const campaign = await start()
    await scene.database.repositories.campaigns.cancel(campaign.id, { by: 1n, now: START })
    await planner().plan({ campaignId: campaign.id }, { signal: never })
    expect(await rowsOf(campaign)).toEqual([])
    expect((await scene.found(campaign)).state).toBe('cancelled')
  })

  it('is given up between two pages by a process that stops', async () => {
    const campaign = await start()
    const payload = { campaignId: campaign.id }
    expect(await planner().plan(payload, { signal: AbortSignal.abort() })).toEqual({ againAfterMs: 0 })
    expect((await scene.found(campaign)).state).toBe('planning')
    await planner().plan(payload, { signal: never })
    expect((await rowsOf(campaign)).map(({ chatId }) => chatId)).toEqual(await recipients())
  })
})

describe('an open-day update', () => {
  it('tells each recipient of the edits it matches, and nobody of the same edit twice', async () => {
    const content = { kind: 'open-days', events: EVENTS }
    const first = await scene.planning([], { kind: 'open-day-update', content })
    await planner().plan({ campaignId: first.id }, { signal: never })
    const edits = (await rowsOf(first)).map(
      (row) => (row.content as { edits: { openDayId: number }[] }).edits,
    )
    expect(edits.map((of) => of.map(({ openDayId }) => openDayId))).toEqual([[1], [1, 2], [1, 2]])

    const again = await scene.planning([], { kind: 'open-day-update', content })
    await planner().plan({ campaignId: again.id }, { signal: never })
    expect(await scene.found(again)).toMatchObject({ state: 'finished', size: 0 })
  })

  it('by two admins at the same moment tells nobody twice', async () => {
    for (let round = 0; round < 10; round += 1) {
      const events = EVENTS.map((event) => ({ ...event, openDayId: event.openDayId + 100 * (edition += 1) }))
      const content = { kind: 'open-days', events }
      const both = [
        await scene.planning([], { kind: 'open-day-update', content }),
        await scene.planning([], { kind: 'open-day-update', content }),
      ]
      await Promise.all(both.map(({ id }) => planner().plan({ campaignId: id }, { signal: never })))
      const told = (await Promise.all(both.map(rowsOf))).flat().map(({ chatId }) => chatId)
      expect(told.sort()).toEqual([holders[0], holders[1], holders[4]])
    }
  })
})

describe('reminders', () => {
  it('name the open days of each recipient, and why', async () => {
    const { students, events } = await attendances()
    const content = { kind: 'reminders', day: '2026-01-23', events }
    const campaign = await scene.planning([], { kind: 'reminder', content })
    await planner().plan({ campaignId: campaign.id }, { signal: never })
    const of = (index: number) => ({
      ...{ openDayId: events[index]?.openDayId, daysAhead: 1, attends: true, trackedOffers: 0 },
    })
    const rows = await rowsOf(campaign)
    expect(rows.map(({ chatId }) => chatId)).toEqual(students)
    expect(rows[0]?.content).toEqual({ reminders: [of(0)] })
    expect(rows[2]?.content).toEqual({ reminders: [of(0), of(1)] })
  })

  it('planned again plan nobody again', async () => {
    const { students, events } = await attendances()
    const content = { kind: 'reminders', day: '2026-01-23', events }
    const campaign = await scene.planning([], { kind: 'reminder', content })
    for (let time = 0; time < 2; time += 1)
      await planner().plan({ campaignId: campaign.id }, { signal: never })
    expect((await rowsOf(campaign)).map(({ chatId }) => chatId)).toEqual(students)
    expect(await scene.found(campaign)).toMatchObject({ state: 'running', size: students.length })
  })

  it('without their open days are not planned, and say so', async () => {
    const campaign = await scene.planning([], { kind: 'reminder', content: { kind: 'text', text: 'a' } })
    await expect(planner().plan({ campaignId: campaign.id }, { signal: never })).rejects.toMatchObject({
      code: 'CAMPAIGN_INVALID',
    })
  })
})
