import { createTestDatabase } from '@abitly/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SlotDecision, Term } from './schedule/run.ts'
import { later, waitingForLocks } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)
const ledger = () => db.database.repositories.schedule
const fire = (slot: Date, task = 'reminders'): SlotDecision => ({
  task,
  slot,
  decision: 'fire',
  origin: 'clock',
})
const miss = (slot: Date, task = 'reminders'): SlotDecision => ({ ...fire(slot, task), decision: 'miss' })
const run = { task: 'reminders', slot: NOON }

async function newTerm(leader = 'one'): Promise<Term> {
  return { epoch: (await ledger().raiseEpoch()).epoch, leader }
}

async function states(): Promise<string[]> {
  const rows = await db.sql<{ state: string }>('SELECT state FROM schedule_runs ORDER BY task, slot')
  return rows.map(({ state }) => state)
}

beforeEach(() => db.sql('TRUNCATE schedule_runs, schedule_tasks, leader_epochs'))

describe('a term', () => {
  it('has a higher epoch than every one before it', async () => {
    const terms = await Promise.all(Array.from({ length: 5 }, () => newTerm()))
    expect(new Set(terms.map(({ epoch }) => epoch)).size).toBe(5)
    expect((await newTerm()).epoch).toBe(6n)
  })

  it('ends when the next one begins: not one statement of it changes anything', async () => {
    const old = await newTerm()
    await ledger().openTasks(old, ['reminders'], NOON)
    await ledger().settleSlots(old, [fire(NOON)], NOON)
    await newTerm('two')
    expect(await ledger().openTasks(old, ['other'], NOON)).toBeNull()
    expect(await ledger().settleSlots(old, [fire(later(1)), miss(later(2))], NOON)).toBeNull()
    expect(await ledger().markEnqueued(old, ['reminders'], NOON)).toBe(false)
    expect(await ledger().giveUp(old, [run], NOON)).toEqual([])
    expect(await ledger().begin('reminders', NOON, old)).toBeNull()
    expect(await ledger().lookForUnfinished(old)).toBeNull()
    expect(await states()).toEqual(['planned'])
  })

  it('begins only after a statement of the old one that is under way has committed', async () => {
    const old = await newTerm()
    await ledger().openTasks(old, ['reminders'], NOON)
    let next: Promise<Term> | undefined
    await db.database.transaction(async ({ schedule }) => {
      expect(await schedule.settleSlots(old, [fire(NOON)], NOON)).toEqual([run])
      next = newTerm('two')
      await expect.poll(() => waitingForLocks(db), { timeout: 10_000 }).toBe(1)
    })
    await next
    expect(await ledger().unfinished()).toMatchObject([run])
  })
})

describe('the slots of a task', () => {
  it('begin with the first leader that knows it: nothing was missed before', async () => {
    const first = await newTerm()
    expect(await ledger().openTasks(first, ['reminders'], NOON)).toEqual(new Map([['reminders', NOON]]))
    const second = await newTerm()
    const opened = await ledger().openTasks(second, ['reminders', 'new'], later(60_000))
    expect(opened).toEqual(
      new Map([
        ['reminders', NOON],
        ['new', later(60_000)],
      ]),
    )
  })

  it('are settled as far as the last decision, also for the next leader', async () => {
    const first = await newTerm()
    await ledger().openTasks(first, ['reminders'], NOON)
    await ledger().settleSlots(first, [miss(later(1_000)), fire(later(2_000))], later(2_500))
    const second = await newTerm()
    expect(await ledger().openTasks(second, ['reminders'], later(9_000))).toEqual(
      new Map([['reminders', later(2_000)]]),
    )
    expect(await states()).toEqual(['missed', 'planned'])
  })

  it('are claimed once, however many claim them', async () => {
    const term = await newTerm()
    await ledger().openTasks(term, ['reminders'], NOON)
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => ledger().settleSlots(term, [fire(NOON), fire(later(1))], NOON)),
    )
    expect(claims.flatMap((claim) => claim ?? [])).toHaveLength(2)
  })

  it('that a person has claimed stay as they are', async () => {
    await ledger().request(run, false, NOON)
    const term = await newTerm()
    await ledger().openTasks(term, ['reminders'], later(-1))
    expect(await ledger().settleSlots(term, [fire(NOON)], NOON)).toEqual([])
    expect(await ledger().find(run)).toMatchObject({ origin: 'manual', state: 'planned' })
  })
})

describe('a run', () => {
  let term: Term
  beforeEach(async () => {
    term = await newTerm()
    await ledger().openTasks(term, ['reminders'], later(-1))
    await ledger().settleSlots(term, [fire(NOON)], NOON)
  })

  it('tells its whole story', async () => {
    await ledger().markEnqueued(term, ['reminders'], later(10))
    expect(await ledger().begin('reminders', later(20))).toEqual({ ...run, attempt: 1 })
    expect(await ledger().end(run, { state: 'done', counts: { recipients: 312 } }, later(30))).toBe(true)
    expect(await ledger().last(['reminders', 'never'])).toEqual([
      {
        ...run,
        ...{ state: 'done', origin: 'clock', leader: 'one', attempts: 1, error: null },
        ...{ createdAt: NOON, startedAt: later(20), finishedAt: later(30), counts: { recipients: 312 } },
      },
    ])
    expect(await db.sql('SELECT enqueued_at FROM schedule_runs')).toEqual([{ enqueued_at: later(10) }])
  })

  it('ends once', async () => {
    await ledger().begin('reminders', NOON)
    const done = { state: 'done', counts: {} } as const
    const ends = await Promise.all(Array.from({ length: 5 }, () => ledger().end(run, done, NOON)))
    expect(ends.filter(Boolean)).toHaveLength(1)
    expect(await ledger().begin('reminders', NOON)).toBeNull()
  })

  it('ends together with its effect, or not at all', async () => {
    await ledger().begin('reminders', NOON)
    const broken = db.database.transaction(async ({ schedule }) => {
      await schedule.end(run, { state: 'done', counts: {} }, NOON)
      throw new Error('the effect failed')
    })
    await expect(broken).rejects.toThrow('the effect failed')
    expect(await states()).toEqual(['running'])
  })

  it('is begun again when its process died', async () => {
    await ledger().begin('reminders', NOON)
    expect(await ledger().begin('reminders', later(5))).toEqual({ ...run, attempt: 2 })
  })

  it('that failed is tried again after a while that doubles, five times in all', async () => {
    let now = 0
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await ledger().begin('reminders', later(now))).toEqual({ ...run, attempt })
      await ledger().end(run, { state: 'failed', error: 'Error: no' }, later(now))
      const waitMs = 2_500 * 2 ** attempt
      expect(await ledger().begin('reminders', later(now + waitMs - 1))).toBeNull()
      now += waitMs
    }
    expect(await ledger().begin('reminders', later(now + 86_400_000))).toBeNull()
    expect(await ledger().unfinished()).toEqual([])
    expect(await ledger().find(run)).toMatchObject({ state: 'failed', attempts: 5, error: 'Error: no' })
  })

  it('that its surroundings cut off is not charged', async () => {
    for (let times = 0; times < 7; times += 1) {
      const begun = await ledger().begin('reminders', NOON)
      await ledger().giveBack(begun!)
    }
    expect(await ledger().begin('reminders', NOON)).toEqual({ ...run, attempt: 1 })
  })

  it('that nobody began in time was missed; one that somebody began has failed', async () => {
    await ledger().settleSlots(term, [fire(later(1))], NOON)
    await ledger().begin('reminders', NOON)
    const given = await ledger().giveUp(term, [run, { ...run, slot: later(1) }], later(9))
    expect(given.map(({ state }) => state).sort()).toEqual(['failed', 'missed'])
    expect(await ledger().unfinished()).toEqual([])
    expect(await ledger().begin('reminders', later(86_400_000))).toBeNull()
  })

  it('goes before those of later slots', async () => {
    await ledger().settleSlots(term, [fire(later(-1)), fire(later(1))], NOON)
    const slots: Date[] = []
    for (
      let begun = await ledger().begin('reminders', NOON);
      begun;
      begun = await ledger().begin('reminders', NOON)
    ) {
      slots.push(begun.slot)
      await ledger().end(begun, { state: 'done', counts: {} }, NOON)
    }
    expect(slots).toEqual([later(-1), NOON, later(1)])
  })

  it('can be asked for by hand when it was missed or has failed, and once more when it is done, if one says so', async () => {
    await ledger().giveUp(term, [run], NOON)
    expect(await ledger().request(run, false, later(1))).toEqual({ kind: 'requested' })
    expect(await ledger().request(run, false, later(1))).toMatchObject({
      kind: 'stays',
      run: { state: 'planned' },
    })
    const begun = await ledger().begin('reminders', later(2))
    await ledger().end(begun!, { state: 'done', counts: { told: 3 } }, later(3))
    expect(await ledger().request(run, false, later(4))).toMatchObject({
      kind: 'stays',
      run: { state: 'done' },
    })
    expect(await ledger().request(run, true, later(4))).toEqual({ kind: 'requested' })
    expect(await ledger().find(run)).toMatchObject({ origin: 'manual', attempts: 0, counts: null })
  })

  it('is pruned once it has ended and is old', async () => {
    await ledger().settleSlots(term, [miss(later(1)), miss(later(1_000))], NOON)
    expect(await ledger().prune('reminders', later(500))).toBe(1)
    expect(await states()).toEqual(['planned', 'missed'])
  })
})
