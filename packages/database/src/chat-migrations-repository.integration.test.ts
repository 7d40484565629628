import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { later } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)
const GROUP = -5n
const SUPERGROUP = -1_001_234_567_890n

describe('chatMigrations', () => {
  it('leads to where a chat has moved, however often', async () => {
    const { chatMigrations } = db.database.repositories
    expect(await chatMigrations.current(GROUP)).toBe(GROUP)
    await chatMigrations.record(GROUP, SUPERGROUP, NOON)
    await chatMigrations.record(GROUP, SUPERGROUP, later(1))
    expect(await chatMigrations.current(GROUP)).toBe(SUPERGROUP)
    expect(await chatMigrations.current(SUPERGROUP)).toBe(SUPERGROUP)
    await chatMigrations.record(SUPERGROUP, -7n, NOON)
    expect(await chatMigrations.current(GROUP)).toBe(-7n)
  })

  it('comes to an end even in a circle', async () => {
    const { chatMigrations } = db.database.repositories
    await chatMigrations.record(-10n, -11n, NOON)
    await chatMigrations.record(-11n, -10n, NOON)
    expect([-10n, -11n]).toContain(await chatMigrations.current(-10n))
  })
})
