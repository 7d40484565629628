import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  addStudents,
  dense,
  later,
  plannedRows,
  planningCampaign,
  waitingForLocks,
} from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase)

describe('deliveries.planRecipients', () => {
  const FIRST = 2_001
  let chats: bigint[] = []
  beforeAll(async () => {
    chats = await addStudents(db, FIRST, 6)
  })
  const recipients = (from: number, to: number) => chats.slice(from, to).map((chatId) => ({ chatId }))

  it('keeps the content of each and moves cursor and size', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await planningCampaign(db)
    const edits = [{ openDayId: 1, editedAt: NOON.toISOString() }]
    const first = { chatId: 2_002n, language: 'uk', content: { edits } }
    const page1 = { from: null, upto: 2_003n, recipients: [first, { chatId: 2_001n }] }
    expect(await deliveries.planRecipients(id, page1)).toBe(true)
    expect(await deliveries.cursor(id)).toBe(2_003n)
    expect(await campaigns.find(id)).toMatchObject({ size: 2 })
    await deliveries.planRecipients(id, { from: 2_003n, upto: 2_010n, recipients: recipients(3, 6) })
    expect(await plannedRows(db, id)).toEqual(dense([2_001, 2_002, 2_004, 2_005, 2_006]))
    await campaigns.endPlanning(id, NOON)
    const due = await deliveries.due(id, { after: -1, upto: 1 }, NOON, 10)
    const quiet = { from: 22, until: 8 }
    expect(due).toEqual([
      { position: 0, chatId: 2_001n, language: 'uk', content: null, attempts: 0, dueAt: null, quiet },
      { position: 1, chatId: 2_002n, language: 'uk', content: { edits }, attempts: 0, dueAt: null, quiet },
    ])
  })

  it('plans nothing for a caller whose cursor is stale', async () => {
    const { deliveries } = db.database.repositories
    const id = await planningCampaign(db)
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () =>
        deliveries.planRecipients(id, { from: null, upto: 2_003n, recipients: recipients(0, 3) }),
      ),
    )
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    // A cursor never goes back, nor does it stand still.
    const still = { from: 2_003n, upto: 2_003n, recipients: recipients(3, 6) }
    expect(await deliveries.planRecipients(id, still)).toBe(false)
    expect(await plannedRows(db, id)).toEqual(dense([2_001, 2_002, 2_003]))
  })

  it('plans nothing for a caller who read the cursor before another page was committed', async () => {
    const id = await planningCampaign(db)
    const second = await db.database.transaction(async ({ deliveries }) => {
      await deliveries.planRecipients(id, { from: null, upto: 2_003n, recipients: recipients(0, 3) })
      const page = { from: null, upto: 2_006n, recipients: recipients(0, 6) }
      const planning = db.database.repositories.deliveries.planRecipients(id, page)
      await expect.poll(() => waitingForLocks(db)).toBe(1)
      return { planning }
    })
    expect(await second.planning).toBe(false)
    expect(await plannedRows(db, id)).toEqual(dense([2_001, 2_002, 2_003]))
  })

  it('leaves out who is planned already or named twice, without a gap', async () => {
    const { deliveries } = db.database.repositories
    const id = await planningCampaign(db)
    await deliveries.planRecipients(id, { from: null, upto: 2_002n, recipients: recipients(0, 4) })
    const again = [...recipients(2, 6), ...recipients(4, 6)]
    await deliveries.planRecipients(id, { from: 2_002n, upto: 2_006n, recipients: again })
    expect(await plannedRows(db, id)).toEqual(dense([2_001, 2_002, 2_003, 2_004, 2_005, 2_006]))
    expect(await db.database.repositories.campaigns.find(id)).toMatchObject({ size: 6 })
  })

  it('moves the cursor over a stretch without recipients', async () => {
    const { deliveries } = db.database.repositories
    const id = await planningCampaign(db)
    expect(await deliveries.planRecipients(id, { from: null, upto: 5n, recipients: [] })).toBe(true)
    expect(await deliveries.cursor(id)).toBe(5n)
  })

  it('stops when planning is over', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await planningCampaign(db)
    await campaigns.cancel(id, { by: null, now: later(1) })
    expect(
      await deliveries.planRecipients(id, { from: null, upto: 9_999n, recipients: recipients(0, 1) }),
    ).toBe(false)
    expect(await plannedRows(db, id)).toEqual([])
  })
})
