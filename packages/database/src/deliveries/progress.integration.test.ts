import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { addStudents, later, runningCampaign, system } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase)
let nextChat = 1

async function campaignTo(count: number): Promise<string> {
  const chats = await addStudents(db, nextChat, count)
  nextChat += count
  return runningCampaign(db, chats)
}

/** Claims a position and records how it ended. */
async function end(id: string, position: number, state: 'sent' | 'failed', error?: string): Promise<void> {
  const { deliveries } = db.database.repositories
  const claim = await deliveries.claim(id, position, NOON)
  if (claim.kind !== 'claimed') throw new Error(`position ${position} is ${claim.kind}`)
  await deliveries.record(id, position, claim.attempt, { state, ...(error && { error }) }, NOON)
}

describe('deliveries.due', () => {
  it('reads what waits and is due within a chunk, up to a limit', async () => {
    const { deliveries } = db.database.repositories
    const id = await campaignTo(10)
    await end(id, 4, 'sent')
    await deliveries.claim(id, 5, NOON)
    await deliveries.record(id, 5, 1, { state: 'pending', dueAt: later(100) }, NOON)
    const positions = async (now: Date, limit: number) => {
      const rows = await deliveries.due(id, { after: 2, upto: 7 }, now, limit)
      return rows.map(({ position }) => position)
    }
    expect(await positions(NOON, 100)).toEqual([3, 6, 7])
    expect(await positions(NOON, 2)).toEqual([3, 6])
    expect(await positions(later(100), 100)).toEqual([3, 5, 6, 7])
    const [waiting] = await deliveries.due(id, { after: 4, upto: 5 }, later(100), 1)
    expect(waiting).toMatchObject({ attempts: 1, dueAt: later(100) })
    expect((await deliveries.due(id, { after: -1, upto: 0 }, NOON, 9)).map((row) => row.position)).toEqual([
      0,
    ])
  })
})

describe('deliveries.nextDueAt', () => {
  it('is the earliest moment that anybody of the chunk waits for', async () => {
    const { deliveries } = db.database.repositories
    const id = await campaignTo(6)
    const whole = { after: -1, upto: 5 }
    expect(await deliveries.nextDueAt(id, whole)).toBeNull()
    for (const position of [1, 2, 4]) {
      await deliveries.claim(id, position, NOON)
      await deliveries.record(id, position, 1, { state: 'pending', dueAt: later(500 - position) }, NOON)
    }
    expect(await deliveries.nextDueAt(id, whole)).toEqual(later(496))
    expect(await deliveries.nextDueAt(id, { after: 0, upto: 3 })).toEqual(later(498))
    expect(await deliveries.nextDueAt(id, { after: 4, upto: 5 })).toBeNull()
  })
})

describe('deliveries.pendingChunks', () => {
  it('names the first chunks with pending rows', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await campaignTo(20)
    expect(await deliveries.pendingChunks(id, 5, 10)).toEqual([0, 1, 2, 3])
    expect(await deliveries.pendingChunks(id, 5, 3)).toEqual([0, 1, 2])
    expect(await deliveries.pendingChunks(id, 7, 10)).toEqual([0, 1, 2])
    expect(await deliveries.pendingChunks(id, 100, 10)).toEqual([0])
    for (const position of [0, 1, 2, 3, 4, 10, 11, 12, 13, 14]) await end(id, position, 'sent')
    for (const position of [5, 6, 7, 8]) await end(id, position, 'failed')
    expect(await deliveries.pendingChunks(id, 5, 10)).toEqual([1, 3])
    expect(await deliveries.pendingChunks(id, 5, 1)).toEqual([1])
    await deliveries.claim(id, 9, NOON)
    expect(await deliveries.pendingChunks(id, 5, 10)).toEqual([3])
    await campaigns.cancel(id, system())
    await deliveries.skipPending(id, 'cancelled', 100, NOON)
    expect(await deliveries.pendingChunks(id, 5, 10)).toEqual([])
  })
})

describe('deliveries.skipPending', () => {
  it('ends pending rows page by page and leaves the others', async () => {
    const { deliveries } = db.database.repositories
    const id = await campaignTo(6)
    await end(id, 0, 'sent')
    await deliveries.claim(id, 1, NOON)
    expect(await deliveries.skipPending(id, 'cancelled', 3, later(1))).toBe(3)
    expect(await deliveries.skipPending(id, 'cancelled', 3, later(1))).toBe(1)
    expect(await deliveries.skipPending(id, 'cancelled', 3, later(1))).toBe(0)
    expect(await deliveries.tally(id)).toMatchObject({ sent: 1, sending: 1, skipped: 4, pending: 0 })
    expect(await deliveries.report(id, 4, 1)).toMatchObject([
      { position: 5, state: 'skipped', error: 'cancelled', finishedAt: later(1) },
    ])
  })

  it('does not wait for a row that somebody holds', async () => {
    const id = await campaignTo(2)
    await db.database.transaction(async ({ deliveries }) => {
      await deliveries.claim(id, 0, NOON)
      // Another connection, while this transaction is open.
      expect(await db.database.repositories.deliveries.skipPending(id, 'cancelled', 10, NOON)).toBe(1)
    })
    expect(await db.database.repositories.deliveries.tally(id)).toMatchObject({ sending: 1, skipped: 1 })
  })
})

describe('deliveries.tally', () => {
  it('names every state', async () => {
    const { deliveries } = db.database.repositories
    const id = await campaignTo(7)
    for (const position of [0, 1]) await end(id, position, 'sent')
    await end(id, 2, 'failed')
    await deliveries.claim(id, 3, NOON)
    expect(await deliveries.tally(id)).toEqual({
      pending: 3,
      sending: 1,
      sent: 2,
      blocked: 0,
      failed: 1,
      unknown: 0,
      skipped: 0,
    })
  })
})

describe('deliveries.errors', () => {
  it('counts what failed by its reason, most frequent first', async () => {
    const { deliveries } = db.database.repositories
    const id = await campaignTo(7)
    await end(id, 0, 'sent')
    await end(id, 1, 'failed', 'too long')
    for (const position of [2, 3]) await end(id, position, 'failed', 'chat not found')
    for (const position of [4, 5]) await end(id, position, 'failed', 'a button is wrong')
    await end(id, 6, 'failed')
    const all = [
      { error: 'a button is wrong', count: 2 },
      { error: 'chat not found', count: 2 },
      { error: '', count: 1 },
      { error: 'too long', count: 1 },
    ]
    expect(await deliveries.errors(id, 10)).toEqual(all)
    expect(await deliveries.errors(id, 1)).toEqual(all.slice(0, 1))
  })
})

describe('deliveries.report', () => {
  it('pages by position and survives the deletion of a person', async () => {
    const { deliveries } = db.database.repositories
    const first = nextChat
    const id = await campaignTo(3)
    await db.sql(
      `UPDATE telegram_users SET last_name = 'Koval', username = 'olha' WHERE telegram_chat_id = $1`,
      [first],
    )
    await db.sql('DELETE FROM telegram_users WHERE telegram_chat_id = $1', [first + 1])
    await end(id, 0, 'failed', 'chat not found')
    const rows = await deliveries.report(id, -1, 2)
    expect(rows).toEqual([
      {
        position: 0,
        chatId: BigInt(first),
        firstName: 'Olha',
        lastName: 'Koval',
        username: 'olha',
        state: 'failed',
        attempts: 1,
        error: 'chat not found',
        finishedAt: NOON,
      },
      {
        position: 1,
        chatId: BigInt(first + 1),
        firstName: null,
        lastName: null,
        username: null,
        state: 'pending',
        attempts: 0,
        error: null,
        finishedAt: null,
      },
    ])
    expect((await deliveries.report(id, 1, 2)).map(({ position }) => position)).toEqual([2])
  })
})

describe('the table of deliveries', () => {
  it.each([
    { change: `state = 'done'`, constraint: 'deliveries_state_check' },
    { change: `state = 'sending'`, constraint: 'deliveries_claim_check' },
    { change: 'attempts = -1', constraint: 'deliveries_numbers_check' },
  ])('refuses $change', async ({ change, constraint }) => {
    const id = await campaignTo(1)
    await expect(db.sql(`UPDATE deliveries SET ${change} WHERE campaign_id = $1`, [id])).rejects.toThrow(
      constraint,
    )
  })
})
