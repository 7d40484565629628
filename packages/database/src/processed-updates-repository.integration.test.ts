import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import type { UpdateRecord } from './processed-updates-repository.ts'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)
const BOT = 700_000n

function record(updateId: bigint, changes: Partial<UpdateRecord> = {}): UpdateRecord {
  return {
    botId: BOT,
    updateId,
    chatId: 1n,
    outcome: 'done',
    replies: [{ method: 'sendMessage' }],
    now: NOON,
    ...changes,
  }
}

describe('processedUpdates.record', () => {
  it('is true once, then false', async () => {
    const { processedUpdates } = db.database.repositories
    expect(await processedUpdates.record(record(1n))).toBe(true)
    expect(await processedUpdates.record(record(1n, { replies: [] }))).toBe(false)
    expect(await processedUpdates.find(BOT, 1n)).toEqual({
      outcome: 'done',
      replies: [{ method: 'sendMessage' }],
    })
  })

  it('knows nothing of another bot', async () => {
    const { processedUpdates } = db.database.repositories
    await processedUpdates.record(record(2n))
    expect(await processedUpdates.find(BOT + 1n, 2n)).toBeNull()
  })

  it('takes over a dead letter, which is none from then on', async () => {
    const { processedUpdates } = db.database.repositories
    const dead = { outcome: 'dead', update: { update_id: 3, text: 'x' }, error: 'E_BAD it broke' } as const
    expect(await processedUpdates.record(record(3n, dead))).toBe(true)
    const letter = { botId: BOT, updateId: 3n, chatId: 1n, update: dead.update, error: dead.error, at: NOON }
    expect(await processedUpdates.takeDead(BOT, 3n)).toEqual(letter)
    expect(await processedUpdates.dead(10)).toEqual([letter])
    expect(await processedUpdates.countDead()).toBe(1)
    expect(await processedUpdates.record(record(3n))).toBe(true)
    expect(await processedUpdates.takeDead(BOT, 3n)).toBeNull()
    expect(await db.sql('SELECT update, error FROM processed_updates WHERE update_id = 3')).toEqual([
      { update: null, error: null },
    ])
  })

  it('lets only one of two transactions have an update', async () => {
    const handle = (firstName: string) =>
      db.database.transaction(async ({ students, processedUpdates }) => {
        await students.touch(sighting(40n, { firstName }))
        if (!(await processedUpdates.record(record(4n)))) throw new Error('somebody else has handled it')
        return firstName
      })
    const outcomes = await Promise.allSettled([handle('first'), handle('second')])
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(won).toHaveLength(1)
    expect(await db.sql('SELECT first_name FROM telegram_users WHERE telegram_chat_id = 40')).toEqual([
      { first_name: won[0] },
    ])
  })
})

describe('processedUpdates.dropDead', () => {
  it('drops dead letters and nothing else', async () => {
    const { processedUpdates } = db.database.repositories
    await processedUpdates.record(record(5n))
    await processedUpdates.record(record(6n, { outcome: 'dead' }))
    expect(await processedUpdates.dropDead(BOT, 5n)).toBe(false)
    expect(await processedUpdates.dropDead(BOT, 6n)).toBe(true)
    expect(await processedUpdates.find(BOT, 6n)).toBeNull()
  })
})

describe('processedUpdates.purge', () => {
  it('deletes what is old and done, over many chunks, and keeps the dead letters', async () => {
    const { processedUpdates } = db.database.repositories
    const old = new Date(NOON.getTime() - 1)
    await db.sql(
      `INSERT INTO processed_updates (bot_id, update_id, outcome, replies, created_at)
       SELECT $1, n, 'done', '[]', $2 FROM generate_series(1000, 3499) n`,
      [BOT, old],
    )
    await processedUpdates.record(record(7n, { outcome: 'dead', now: old }))
    await processedUpdates.record(record(8n))
    expect(await processedUpdates.purge(NOON)).toBe(2500)
    expect(await processedUpdates.find(BOT, 7n)).toMatchObject({ outcome: 'dead' })
    expect(await processedUpdates.find(BOT, 8n)).toMatchObject({ outcome: 'done' })
  })
})
