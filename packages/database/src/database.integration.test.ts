import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { createDatabase } from './database.ts'
import { migrate } from './migrations/migrate.ts'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)

async function names(chatId: number): Promise<unknown[]> {
  return db.sql('SELECT first_name FROM telegram_users WHERE telegram_chat_id = $1', [chatId])
}

describe('transaction', () => {
  it('keeps everything or nothing', async () => {
    const failure = new Error('no')
    const attempt = db.database.transaction(async ({ students }) => {
      await students.touch(sighting(1n))
      throw failure
    })
    await expect(attempt).rejects.toBe(failure)
    expect(await names(1)).toEqual([])
    await db.database.transaction(({ students }) => students.touch(sighting(1n)))
    expect(await names(1)).toHaveLength(1)
  })

  it('returns what its function returns', async () => {
    expect(await db.database.transaction(() => Promise.resolve(7))).toBe(7)
  })

  it('does not blame the database for the failures of others', async () => {
    const refused = Object.assign(new Error('another server'), { code: 'ECONNREFUSED' })
    await expect(db.database.transaction(() => Promise.reject(refused))).rejects.toBe(refused)
  })

  it('gives every session its limits', async () => {
    const settings = await db.database.transaction(async ({ students }) => {
      await students.touch(sighting(2n))
      return db.sql<{ application_name: string }>(
        `SELECT application_name FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`,
      )
    })
    expect(settings).toEqual([{ application_name: 'abitly' }])
  })
})

describe('moments', () => {
  it('are the same whatever zone the server lives in', async () => {
    const [{ name } = { name: '' }] = await db.sql<{ name: string }>('SELECT current_database() AS name')
    await db.sql(`ALTER DATABASE ${name} SET timezone TO 'Europe/Kyiv'`)
    const database = createDatabase({ ...db.connection, poolSize: 1 })
    try {
      await database.repositories.students.touch(sighting(3n))
      await database.repositories.processedUpdates.record({
        botId: 1n,
        updateId: 1n,
        chatId: null,
        outcome: 'dead',
        replies: [],
        now: NOON,
      })
      expect(await database.repositories.processedUpdates.dead(1)).toMatchObject([{ at: NOON }])
    } finally {
      await database.close()
    }
    expect(
      await db.sql('SELECT last_interacted_at AS seen FROM telegram_users WHERE telegram_chat_id = 3'),
    ).toEqual([{ seen: NOON }])
  })
})

describe('another schema', () => {
  it('holds all tables, for raw SQL and for what Prisma generates', async () => {
    const connection = { ...db.connection, schema: 'elsewhere' }
    await migrate(connection)
    const database = createDatabase({ ...connection, poolSize: 1 })
    try {
      await database.repositories.students.touch(sighting(4n))
      await database.repositories.students.setLanguage(4n, 'en')
      expect(await database.repositories.students.touch(sighting(4n))).toMatchObject({
        language: 'en',
        isNew: false,
      })
      expect(await database.migrationsApplied()).toBe(true)
    } finally {
      await database.close()
    }
    expect(await names(4)).toEqual([])
  })

  it('has no migrations before it exists', async () => {
    const database = createDatabase({ ...db.connection, schema: 'nowhere', poolSize: 1 })
    try {
      expect(await database.migrationsApplied()).toBe(false)
    } finally {
      await database.close()
    }
  })
})

describe('ping', () => {
  it('answers', async () => {
    await expect(db.database.ping()).resolves.toBeUndefined()
  })
})
