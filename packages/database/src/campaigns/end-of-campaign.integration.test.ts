import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import {
  ADMIN,
  addStudents,
  campaignIn,
  later,
  runningCampaign,
  stateOf,
  waitingForLocks,
} from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase)

describe('campaigns.finish', () => {
  it('waits for what is pending and what is sending', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await runningCampaign(db, await addStudents(db, 100, 1))
    expect(await campaigns.finish(id, NOON)).toBe(false)
    await deliveries.claim(id, 0, NOON)
    expect(await campaigns.finish(id, NOON)).toBe(false)
    await deliveries.record(id, 0, 1, { state: 'sent', messageId: 5 }, NOON)
    expect(await campaigns.finish(id, later(9))).toBe(true)
    expect(await campaigns.find(id)).toMatchObject({ state: 'finished', finishedAt: later(9) })
  })

  it('does not overlook a row that became pending while it waited for the lock of the campaign', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await runningCampaign(db, await addStudents(db, 110, 1))
    await deliveries.claim(id, 0, NOON)
    await deliveries.expireClaims(later(1), later(1))
    const finishing = await db.database.transaction(async (repositories) => {
      // The answer of the claim that expired comes late: 429.
      await repositories.deliveries.record(id, 0, 1, { state: 'pending' }, NOON)
      const finished = campaigns.finish(id, NOON)
      await expect.poll(() => waitingForLocks(db)).toBe(1)
      return { finished }
    })
    expect(await finishing.finished).toBe(false)
    expect(await stateOf(db, id)).toBe('running')
  })
})

describe('campaigns.reopen', () => {
  it('sends the unknown ones again, and is reported again', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await runningCampaign(db, await addStudents(db, 200, 3))
    for (const position of [0, 1, 2]) await deliveries.claim(id, position, NOON)
    await deliveries.record(id, 0, 1, { state: 'sent' }, NOON)
    await deliveries.expireClaims(later(1), later(1))
    expect(await campaigns.reopen(id, ADMIN)).toBe(0) // it is running
    await campaigns.finish(id, NOON)
    await campaigns.markReported(id, NOON)
    const reopened = await Promise.all([campaigns.reopen(id, ADMIN), campaigns.reopen(id, ADMIN)])
    expect(reopened.sort()).toEqual([0, 2])
    expect(await campaigns.find(id)).toMatchObject({ state: 'running', finishedAt: null, reportedAt: null })
    expect(await deliveries.tally(id)).toMatchObject({ pending: 2, sent: 1, unknown: 0 })
    expect(await deliveries.claim(id, 1, NOON)).toMatchObject({ kind: 'claimed', attempt: 2 })
  })

  it('leaves a finished campaign without unknown ones finished', async () => {
    const id = await campaignIn(db, 'finished')
    expect(await db.database.repositories.campaigns.reopen(id, ADMIN)).toBe(0)
    expect(await stateOf(db, id)).toBe('finished')
  })
})
