import type { Campaign, Database, Repositories } from '@abitly/database'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import type { FixedClock } from '@abitly/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSweeper } from './sweep-campaigns.ts'
import { QUIET, START, useScene } from './testing/use-scene.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const never = new AbortController().signal
let clock: FixedClock
beforeEach(async () => {
  clock = fixedClock(START)
  await scene.sql('TRUNCATE {schema}.campaigns CASCADE')
})

/** One sweep. @returns what it enqueued, as 'job campaign id' */
async function sweep(database: Database = scene.database): Promise<string[]> {
  const jobs: string[] = []
  const enqueue = async ({ name }: { name: string }, payload: unknown): Promise<void> => {
    jobs.push(`${name} ${(payload as { campaignId: string }).campaignId}`)
  }
  await createSweeper({ ...QUIET, database, producer: { enqueue }, clock })({ signal: never })
  return jobs
}

const card = { chatId: 1n, messageId: 2, done: 0, at: START }
const campaigns = (): Repositories['campaigns'] => scene.database.repositories.campaigns
const deliveries = (): Repositories['deliveries'] => scene.database.repositories.deliveries

async function draft(): Promise<Campaign> {
  return await campaigns().create({
    kind: 'broadcast',
    content: {},
    audience: {},
    createdBy: null,
    now: START,
  })
}

describe('a sweep', () => {
  it('starts a scheduled campaign when its moment has come', async () => {
    const { id } = await draft()
    await campaigns().schedule(id, { startsAt: new Date(START.getTime() + 5_000), by: 1n, now: START })
    expect(await sweep()).toEqual([])
    clock.advance(5_000)
    expect(await sweep()).toContain(`campaign.plan ${id}`)
    expect((await scene.found({ id })).state).toBe('planning')
  })

  it('resumes a campaign that Telegram has let wait', async () => {
    const { id } = await scene.running(await scene.students(1))
    const until = new Date(START.getTime() + 5_000)
    await campaigns().pause(id, { reason: 'flood', by: null, until, now: START })
    expect(await sweep()).toEqual([])
    clock.advance(5_000)
    expect(await sweep()).toContain(`campaign.wake ${id}`)
    expect((await scene.found({ id })).state).toBe('running')
  })

  it('takes claims for lost after two timeouts of a call, not before', async () => {
    const campaign = await scene.running(await scene.students(1))
    await deliveries().claim(campaign.id, 0, START)
    clock.advance(40_000)
    await sweep()
    expect(await scene.states(campaign)).toEqual(['sending'])
    clock.advance(1)
    await sweep()
    expect(await scene.states(campaign)).toEqual(['unknown'])
  })

  it('takes up a planning that nobody goes on with', async () => {
    const { id } = await scene.planning(await scene.students(1))
    expect(await sweep()).toEqual([`campaign.plan ${id}`])
  })

  it('wakes a campaign that runs', async () => {
    const { id } = await scene.running(await scene.students(1))
    expect(await sweep()).toEqual([`campaign.wake ${id}`])
  })

  it('finishes a campaign that has nobody left, and has that told', async () => {
    const { id } = await scene.running(await scene.students(1))
    await deliveries().claim(id, 0, START)
    await deliveries().record(id, 0, 1, { state: 'sent' }, START)
    expect(await sweep()).toEqual([`campaign.show-progress ${id}`])
    expect((await scene.found({ id })).state).toBe('finished')
  })

  it('settles a cancelled campaign: those that waited are left out', async () => {
    const campaign = await scene.running(await scene.students(3))
    await deliveries().claim(campaign.id, 0, START)
    await campaigns().cancel(campaign.id, { by: 1n, now: START })
    await sweep()
    expect(await scene.states(campaign)).toEqual(['sending', 'skipped', 'skipped'])
    expect((await scene.found(campaign)).finishedAt).toBeNull()
    await deliveries().record(campaign.id, 0, 1, { state: 'sent' }, START)
    expect(await sweep()).toEqual([`campaign.show-progress ${campaign.id}`])
    expect(await scene.states(campaign)).toEqual(['sent', 'skipped', 'skipped'])
    expect((await scene.found(campaign)).finishedAt).toEqual(START)
  })

  it('has the progress shown where somebody watches', async () => {
    const { id } = await scene.running(await scene.students(1))
    await campaigns().showCard(id, card)
    expect(await sweep()).toEqual([`campaign.wake ${id}`, `campaign.show-progress ${id}`])
  })

  it('has an end told until it has been told', async () => {
    const { id } = await scene.running([])
    expect(await sweep()).toEqual([`campaign.show-progress ${id}`])
    await campaigns().markReported(id, START)
    expect(await sweep()).toEqual([])
  })

  it('leaves drafts and paused campaigns alone', async () => {
    await draft()
    const { id } = await scene.running(await scene.students(1))
    await campaigns().pause(id, { reason: 'admin', by: 1n, until: null, now: START })
    expect(await sweep()).toEqual([])
  })
})

describe('a part of a sweep that fails', () => {
  /** The database, but for one call. */
  function broken<R extends 'campaigns' | 'deliveries'>(
    repository: R,
    verb: keyof Repositories[R],
  ): Database {
    const { repositories } = scene.database
    const fails = { [verb]: () => Promise.reject(new Error('away')) }
    return {
      ...scene.database,
      repositories: { ...repositories, [repository]: { ...repositories[repository], ...fails } },
    }
  }

  it.each<[string, () => Database]>([
    ['starting', () => broken('campaigns', 'startDue')],
    ['resuming', () => broken('campaigns', 'resumeDue')],
    ['expiring', () => broken('deliveries', 'expireClaims')],
    ['reporting', () => broken('campaigns', 'list')],
  ])('%s keeps no other from its turn', async (_part, database) => {
    const { id } = await scene.running(await scene.students(1))
    expect(await sweep(database())).toEqual([`campaign.wake ${id}`])
  })

  it('one campaign keeps no other from its turn', async () => {
    const cancelled = await scene.running(await scene.students(1))
    await campaigns().cancel(cancelled.id, { by: 1n, now: START })
    const { id } = await scene.running(await scene.students(1))
    expect(await sweep(broken('deliveries', 'skipPending'))).toContain(`campaign.wake ${id}`)
  })

  it('the list of campaigns keeps no end from being told', async () => {
    const { id } = await scene.running([])
    expect(await sweep(broken('campaigns', 'unsettled'))).toEqual([`campaign.show-progress ${id}`])
  })
})
