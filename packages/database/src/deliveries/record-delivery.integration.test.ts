import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import type { CampaignDraft } from '../campaigns/campaign.ts'
import { addStudents, later, runningCampaign, system, waitingForLocks } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase)
let nextChat = 1

/** A running campaign to one new student, claimed for the first time. */
async function claimed(changes: Partial<CampaignDraft> = {}): Promise<string> {
  const id = await runningCampaign(db, await addStudents(db, nextChat++, 1), changes)
  expect(await db.database.repositories.deliveries.claim(id, 0, NOON)).toMatchObject({ attempt: 1 })
  return id
}

async function rowOf(id: string): Promise<unknown> {
  const [row] = await db.sql(
    `SELECT state, attempts, error, message_id AS message, due_at AS due, finished_at AS finished
       FROM deliveries WHERE campaign_id = $1`,
    [id],
  )
  return row
}

const NOTHING = { error: null, message: null, due: null, finished: null }

describe('deliveries.record', () => {
  it('keeps what was sent', async () => {
    const id = await claimed()
    const { deliveries } = db.database.repositories
    expect(await deliveries.record(id, 0, 1, { state: 'sent', messageId: 40 }, later(5))).toBe(true)
    expect(await rowOf(id)).toEqual({
      ...NOTHING,
      state: 'sent',
      attempts: 1,
      message: 40,
      finished: later(5),
    })
  })

  it.each(['blocked', 'failed', 'unknown', 'skipped'] as const)('keeps why it is %s', async (state) => {
    const id = await claimed()
    const { deliveries } = db.database.repositories
    expect(await deliveries.record(id, 0, 1, { state, error: 'chat not found' }, later(5))).toBe(true)
    expect(await rowOf(id)).toEqual({
      ...NOTHING,
      state,
      attempts: 1,
      error: 'chat not found',
      finished: later(5),
    })
  })

  it('returns the row for later', async () => {
    const id = await claimed()
    const { deliveries } = db.database.repositories
    const result = { state: 'pending', error: '429', dueAt: later(100) } as const
    expect(await deliveries.record(id, 0, 1, result, NOON)).toBe(true)
    expect(await rowOf(id)).toEqual({
      ...NOTHING,
      state: 'pending',
      attempts: 1,
      error: '429',
      due: later(100),
    })
  })

  it('gives the attempt back when asked to', async () => {
    const id = await claimed()
    const { deliveries } = db.database.repositories
    await deliveries.record(id, 0, 1, { state: 'pending', refund: true }, NOON)
    expect(await rowOf(id)).toEqual({ ...NOTHING, state: 'pending', attempts: 0 })
    // Said twice, because the first answer got lost.
    expect(await deliveries.record(id, 0, 1, { state: 'pending', refund: true }, NOON)).toBe(false)
    expect(await deliveries.claim(id, 0, NOON)).toMatchObject({ attempt: 1 })
  })

  it('is heard once', async () => {
    const id = await claimed()
    const { deliveries } = db.database.repositories
    const recorded = await Promise.all([
      deliveries.record(id, 0, 1, { state: 'sent' }, NOON),
      deliveries.record(id, 0, 1, { state: 'failed' }, NOON),
    ])
    expect(recorded.filter(Boolean)).toHaveLength(1)
  })

  it('means nothing for a row nobody has claimed', async () => {
    const id = await runningCampaign(db, await addStudents(db, nextChat++, 1))
    const { deliveries } = db.database.repositories
    expect(await deliveries.record(id, 0, 0, { state: 'sent' }, NOON)).toBe(false)
    expect(await deliveries.record(id, 0, 0, { state: 'pending', dueAt: later(1) }, NOON)).toBe(false)
    expect(await rowOf(id)).toEqual({ ...NOTHING, state: 'pending', attempts: 0 })
  })
})

describe('a late answer', () => {
  it('makes an unknown row what it was', async () => {
    const id = await claimed()
    const { deliveries } = db.database.repositories
    await deliveries.expireClaims(later(1), later(2))
    expect(await rowOf(id)).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(await deliveries.record(id, 0, 1, { state: 'sent', messageId: 40 }, later(3))).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'sent', message: 40, finished: later(3) })
  })

  it('ends a row that is about to be sent again', async () => {
    const id = await claimed({ resendUnknown: true })
    const { deliveries } = db.database.repositories
    await deliveries.expireClaims(later(1), later(2))
    expect(await rowOf(id)).toMatchObject({ state: 'pending', attempts: 1 })
    expect(await deliveries.record(id, 0, 1, { state: 'sent', messageId: 40 }, later(3))).toBe(true)
    expect(await deliveries.claim(id, 0, later(4))).toEqual({ kind: 'taken' })
  })

  it('changes nothing once a newer attempt has begun', async () => {
    const id = await claimed({ resendUnknown: true })
    const { deliveries } = db.database.repositories
    await deliveries.expireClaims(later(1), later(2))
    expect(await deliveries.claim(id, 0, later(3))).toMatchObject({ kind: 'claimed', attempt: 2 })
    expect(await deliveries.record(id, 0, 1, { state: 'failed', error: 'no' }, later(4))).toBe(false)
    expect(await deliveries.record(id, 0, 1, { state: 'pending' }, later(4))).toBe(false)
    expect(await rowOf(id)).toEqual({ ...NOTHING, state: 'sending', attempts: 2 })
    expect(await deliveries.record(id, 0, 2, { state: 'sent' }, later(5))).toBe(true)
  })

  it('lets an unknown row wait again while its campaign is not over', async () => {
    const id = await claimed()
    const { campaigns, deliveries } = db.database.repositories
    await deliveries.expireClaims(later(1), later(2))
    await campaigns.pause(id, { ...system(), reason: 'flood', until: null })
    expect(await deliveries.record(id, 0, 1, { state: 'pending' }, later(3))).toBe(true)
    expect(await rowOf(id)).toEqual({ ...NOTHING, state: 'pending', attempts: 1 })
  })

  it('fails, and is not forgotten, when its campaign has finished without it', async () => {
    const id = await claimed()
    const { campaigns, deliveries } = db.database.repositories
    await deliveries.expireClaims(later(1), later(2))
    expect(await campaigns.finish(id, later(3))).toBe(true)
    expect(await deliveries.record(id, 0, 1, { state: 'pending', error: '429' }, later(4))).toBe(true)
    expect(await rowOf(id)).toEqual({
      ...NOTHING,
      state: 'failed',
      attempts: 1,
      error: '429',
      finished: later(4),
    })
  })
})

describe('a cancelled campaign', () => {
  it('takes no row back', async () => {
    const id = await claimed()
    const { campaigns, deliveries } = db.database.repositories
    await campaigns.cancel(id, system())
    expect(await deliveries.record(id, 0, 1, { state: 'pending', dueAt: later(9) }, later(4))).toBe(true)
    expect(await rowOf(id)).toEqual({
      ...NOTHING,
      state: 'skipped',
      attempts: 1,
      error: 'cancelled',
      finished: later(4),
    })
  })

  it('takes no row back that was on its way when it was cancelled', async () => {
    const id = await claimed()
    const returned = await db.database.transaction(async ({ campaigns }) => {
      await campaigns.cancel(id, system())
      const record = db.database.repositories.deliveries.record(id, 0, 1, { state: 'pending' }, NOON)
      await expect.poll(() => waitingForLocks(db)).toBe(1)
      return { record }
    })
    expect(await returned.record).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'skipped', error: 'cancelled' })
  })

  it('still hears what became of its last sends', async () => {
    const id = await claimed()
    const { campaigns, deliveries } = db.database.repositories
    await campaigns.cancel(id, system())
    expect(await deliveries.record(id, 0, 1, { state: 'sent' }, NOON)).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'sent' })
  })

  it('sends nobody again, whatever its policy', async () => {
    const id = await claimed({ resendUnknown: true })
    const { campaigns, deliveries } = db.database.repositories
    await campaigns.cancel(id, system())
    await deliveries.expireClaims(later(1), later(2))
    expect(await rowOf(id)).toMatchObject({ state: 'unknown' })
  })
})

describe('deliveries.expireClaims', () => {
  it('ends the claims before a moment by the policy of their campaigns', async () => {
    const { deliveries } = db.database.repositories
    await deliveries.expireClaims(later(1), NOON)
    const [keeping, resending] = [await claimed(), await claimed({ resendUnknown: true })]
    const young = await runningCampaign(db, await addStudents(db, nextChat++, 1))
    await deliveries.claim(young, 0, later(50))
    expect(await deliveries.expireClaims(NOON, later(60))).toEqual({ unknown: 0, pending: 0 })
    expect(await deliveries.expireClaims(later(50), later(60))).toEqual({ unknown: 1, pending: 1 })
    expect(await rowOf(keeping)).toMatchObject({ state: 'unknown', finished: later(60) })
    expect(await rowOf(resending)).toMatchObject({ state: 'pending', finished: null })
    expect(await rowOf(young)).toMatchObject({ state: 'sending' })
  })
})
