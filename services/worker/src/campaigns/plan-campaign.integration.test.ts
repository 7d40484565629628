import type { Campaign, DeliveryRow } from '@abitly/database'
import type { CampaignPayload, JobHandler } from '@abitly/queue'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { createPlanner } from './plan-campaign.ts'
import { createMemoryQueue } from './testing/memory-queue.ts'
import { createMortalProcess, Died } from './testing/mortal-process.ts'
import { openDay } from './testing/open-day.ts'
import { QUIET, START, useScene } from './testing/use-scene.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const clock = fixedClock(START)
const never = new AbortController().signal
const PAGES = { recipients: 3, filterHolders: 2 }
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
let edition = 0

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
