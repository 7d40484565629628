import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../database.ts'
import { addStudents, later, runningCampaign, system, waitingForLocks } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase)
let nextChat = 1

/** A running campaign to one new student. */
async function campaignToOne(changes: { expiresAt?: Date } = {}): Promise<{ id: string; chatId: bigint }> {
  const [chatId = 0n] = await addStudents(db, nextChat++, 1)
  return { id: await runningCampaign(db, [chatId], changes), chatId }
}

async function rowOf(id: string): Promise<unknown> {
  const [row] = await db.sql(
    `SELECT state, attempts, error, due_at AS due, claimed_at AS claimed, finished_at AS finished
       FROM deliveries WHERE campaign_id = $1`,
    [id],
  )
  return row
}

const UNTOUCHED = { state: 'pending', attempts: 0, error: null, due: null, claimed: null, finished: null }

describe('deliveries.claim', () => {
  it('hands the row to its caller', async () => {
    const { id, chatId } = await campaignToOne()
    const { deliveries, students } = db.database.repositories
    await students.setLanguage(chatId, 'en')
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'claimed', attempt: 1 })
    expect(await rowOf(id)).toEqual({ ...UNTOUCHED, state: 'sending', attempts: 1, claimed: NOON })
  })

  it('is granted to one of twenty who ask at once', async () => {
    const database = createDatabase({ ...db.connection, poolSize: 20 })
    try {
      const { deliveries } = database.repositories
      const { id } = await campaignToOne()
      await Promise.all(Array.from({ length: 20 }, () => database.ping())) // so that no claim waits for a connection
      const claims = await Promise.all(Array.from({ length: 20 }, () => deliveries.claim(id, 0, NOON)))
      const kinds = claims.map(({ kind }) => kind).sort()
      expect(kinds).toEqual(['claimed', ...Array.from({ length: 19 }, () => 'taken')])
      expect(await rowOf(id)).toMatchObject({ attempts: 1 })
    } finally {
      await database.close()
    }
  })

  it('is refused to who read the row before another claim of it was committed', async () => {
    const { id } = await campaignToOne()
    const second = await db.database.transaction(async ({ deliveries }) => {
      expect(await deliveries.claim(id, 0, NOON)).toMatchObject({ kind: 'claimed' })
      const claim = db.database.repositories.deliveries.claim(id, 0, NOON)
      await expect.poll(() => waitingForLocks(db)).toBe(1)
      return { claim }
    })
    expect(await second.claim).toEqual({ kind: 'taken' })
    expect(await rowOf(id)).toMatchObject({ attempts: 1 })
  })

  it('is refused while somebody else has the row, and once it has ended', async () => {
    const { id } = await campaignToOne()
    const { deliveries } = db.database.repositories
    await deliveries.claim(id, 0, NOON)
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'taken' })
    await deliveries.record(id, 0, 1, { state: 'sent' }, NOON)
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'taken' })
    expect(await deliveries.claim(id, 1, NOON)).toEqual({ kind: 'taken' }) // there is no such row
  })

  it('is refused before the row is due', async () => {
    const { id } = await campaignToOne()
    const { deliveries } = db.database.repositories
    await deliveries.claim(id, 0, NOON)
    await deliveries.record(id, 0, 1, { state: 'pending', dueAt: later(100) }, NOON)
    expect(await deliveries.claim(id, 0, later(99))).toEqual({ kind: 'taken' })
    expect(await deliveries.claim(id, 0, later(100))).toMatchObject({ kind: 'claimed', attempt: 2 })
  })

  it('waits while its campaign does not run', async () => {
    const { id } = await campaignToOne()
    const { campaigns, deliveries } = db.database.repositories
    await campaigns.pause(id, { ...system(), reason: 'admin', until: null })
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'not-running' })
    await campaigns.cancel(id, system())
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'not-running' })
    expect(await rowOf(id)).toEqual(UNTOUCHED)
  })

  it('waits while all sending is stopped', async () => {
    const { id } = await campaignToOne()
    const { deliveries, sendingSwitch } = db.database.repositories
    await sendingSwitch.stop(7n, NOON)
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'stopped' })
    expect(await rowOf(id)).toEqual(UNTOUCHED)
    await sendingSwitch.resume()
    expect(await deliveries.claim(id, 0, NOON)).toMatchObject({ kind: 'claimed' })
  })

  it('skips a row whose campaign has expired', async () => {
    const { id } = await campaignToOne({ expiresAt: later(100) })
    const { deliveries } = db.database.repositories
    expect(await deliveries.claim(id, 0, later(100))).toEqual({ kind: 'skipped' })
    expect(await rowOf(id)).toEqual({
      ...UNTOUCHED,
      state: 'skipped',
      error: 'expired',
      finished: later(100),
    })
  })

  it('sends until the very moment of the expiry', async () => {
    const { id } = await campaignToOne({ expiresAt: later(100) })
    expect(await db.database.repositories.deliveries.claim(id, 0, later(99))).toMatchObject({
      kind: 'claimed',
    })
  })

  it('skips who has turned notifications off', async () => {
    const { id, chatId } = await campaignToOne()
    const { deliveries, students } = db.database.repositories
    await students.setNotifications(chatId, false)
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'skipped' })
    expect(await rowOf(id)).toMatchObject({ state: 'skipped', error: 'muted', attempts: 0, finished: NOON })
  })

  it('skips who has been deleted', async () => {
    const { id, chatId } = await campaignToOne()
    await db.sql('DELETE FROM telegram_users WHERE telegram_chat_id = $1', [chatId])
    expect(await db.database.repositories.deliveries.claim(id, 0, NOON)).toEqual({ kind: 'skipped' })
    expect(await rowOf(id)).toMatchObject({ state: 'skipped', error: 'deleted', finished: NOON })
  })

  it('spends no send on who is known to be unreachable', async () => {
    const { id, chatId } = await campaignToOne()
    const { deliveries, students } = db.database.repositories
    await students.markUnreachable(chatId, 'deactivated', NOON)
    expect(await deliveries.claim(id, 0, NOON)).toEqual({ kind: 'skipped' })
    expect(await rowOf(id)).toMatchObject({ state: 'blocked', error: 'deactivated', finished: NOON })
  })
})
