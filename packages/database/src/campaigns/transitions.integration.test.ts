import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import type { Repositories } from '../repositories.ts'
import { ADMIN, DRAFT, STATES, campaignIn, later, stateOf } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'
import type { CampaignState } from './campaign.ts'

const db = useDatabase(createTestDatabase)

type Verb = (campaigns: Repositories['campaigns'], id: string) => Promise<boolean>

const TRANSITIONS: { verb: string; from: CampaignState[]; to: CampaignState; run: Verb }[] = [
  {
    verb: 'schedule',
    from: ['draft', 'scheduled'],
    to: 'scheduled',
    run: (campaigns, id) => campaigns.schedule(id, { ...ADMIN, startsAt: later(2_000_000_000) }),
  },
  {
    verb: 'start',
    from: ['draft', 'scheduled'],
    to: 'planning',
    run: (campaigns, id) => campaigns.start(id, ADMIN),
  },
  {
    verb: 'endPlanning',
    from: ['planning'],
    to: 'finished',
    run: (campaigns, id) => campaigns.endPlanning(id, NOON),
  },
  {
    verb: 'pause',
    from: ['running'],
    to: 'paused',
    run: (campaigns, id) => campaigns.pause(id, { ...ADMIN, reason: 'admin', until: null }),
  },
  { verb: 'resume', from: ['paused'], to: 'running', run: (campaigns, id) => campaigns.resume(id, ADMIN) },
  {
    verb: 'cancel',
    from: ['draft', 'scheduled', 'planning', 'running', 'paused'],
    to: 'cancelled',
    run: (campaigns, id) => campaigns.cancel(id, ADMIN),
  },
  { verb: 'finish', from: ['running'], to: 'finished', run: (campaigns, id) => campaigns.finish(id, NOON) },
]

describe.each(TRANSITIONS)('campaigns.$verb', ({ from, to, run }) => {
  it.each(STATES)('from %s', async (state) => {
    const id = await campaignIn(db, state)
    const allowed = from.includes(state)
    expect(await run(db.database.repositories.campaigns, id)).toBe(allowed)
    expect(await stateOf(db, id)).toBe(allowed ? to : state)
  })
})

// Whoever schedules a scheduled one again makes a transition as well.
describe.each(TRANSITIONS.filter(({ verb }) => verb !== 'schedule'))('campaigns.$verb', ({ from, run }) => {
  it('is made by one of five callers at once', async () => {
    const id = await campaignIn(db, from[0] ?? 'draft')
    const { campaigns } = db.database.repositories
    const made = await Promise.all(Array.from({ length: 5 }, () => run(campaigns, id)))
    expect(made.filter(Boolean)).toHaveLength(1)
  })
})

describe('campaigns.startDue', () => {
  it('starts those whose moment has come, each once', async () => {
    const { campaigns } = db.database.repositories
    const due = await campaigns.create(DRAFT)
    const future = await campaigns.create(DRAFT)
    await campaigns.schedule(due.id, { ...ADMIN, startsAt: later(100) })
    await campaigns.schedule(future.id, { ...ADMIN, startsAt: later(101) })
    expect(await campaigns.startDue(later(99))).toEqual([])
    const started = await Promise.all([campaigns.startDue(later(100)), campaigns.startDue(later(100))])
    expect(started.flat()).toEqual([due.id])
    expect(await campaigns.find(due.id)).toMatchObject({
      state: 'planning',
      startedAt: later(100),
      changedBy: null,
    })
  })
})

describe('campaigns.resumeDue', () => {
  it('ends the pauses that are over, and no pause without an end', async () => {
    const { campaigns } = db.database.repositories
    const [due, future, endless] = [
      await campaignIn(db, 'running'),
      await campaignIn(db, 'running'),
      await campaignIn(db, 'paused'),
    ]
    await campaigns.pause(due, { ...ADMIN, reason: 'flood', until: later(100) })
    await campaigns.pause(future, { ...ADMIN, reason: 'errors', until: later(101) })
    const resumed = await Promise.all([campaigns.resumeDue(later(100)), campaigns.resumeDue(later(100))])
    expect(resumed.flat()).toEqual([due])
    expect(await campaigns.find(due)).toMatchObject({ state: 'running', pause: null })
    expect(await stateOf(db, future)).toBe('paused')
    expect(await stateOf(db, endless)).toBe('paused')
  })
})
