import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'

describe('preferences', () => {
  it('are unknown at first, and each is kept while the other changes', async () => {
    const { preferences, students } = db.database.repositories
    await students.touch(sighting(1n))
    expect(await preferences.of(1n)).toEqual({ priority: null, quota: null })
    await preferences.save(1n, { priority: 'first' }, NOON)
    await preferences.save(1n, { quota: 'Q2' }, NOON)
    expect(await preferences.of(1n)).toEqual({ priority: 'first', quota: 'Q2' })
    await preferences.save(1n, { priority: null }, NOON)
    expect(await preferences.of(1n)).toEqual({ priority: null, quota: 'Q2' })
  })
})

describe('failures of a chat', () => {
  it('are replaced as a whole', async () => {
    const { links, students } = db.database.repositories
    await students.touch(sighting(2n))
    expect(await links.failures(2n)).toEqual([])
    await links.keepFailures(2n, [NOON, new Date(NOON.getTime() + 1)])
    expect(await links.failures(2n)).toEqual([NOON, new Date(NOON.getTime() + 1)])
    await links.keepFailures(2n, [])
    expect(await links.failures(2n)).toEqual([])
  })
})

describe('an account', () => {
  it('has one chat at most', async () => {
    const { accounts, students } = db.database.repositories
    await students.touch(sighting(3n))
    await students.touch(sighting(4n, { languageCode: 'en' }))
    await accounts.connect(4n, ACCOUNT)
    expect(await accounts.chatOf(ACCOUNT)).toEqual({ chatId: 4n, language: 'en' })
    await expect(accounts.connect(3n, ACCOUNT)).rejects.toMatchObject({ code: 'DATABASE_REJECTED' })
    await accounts.disconnect(4n)
    expect(await accounts.chatOf(ACCOUNT)).toBeNull()
  })

  it('that does not exist can be neither found nor locked', async () => {
    const { accounts } = db.database.repositories
    const id = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1affff'
    expect(await accounts.find(id)).toBeNull()
    expect(await accounts.lock(id)).toBeNull()
    expect(await accounts.lock(ACCOUNT)).toEqual({ id: ACCOUNT, firstName: 'Олена', lastName: 'К.' })
  })
})

describe('the outbox of account events', () => {
  it('gives them in order until they are published, and keeps those for a while', async () => {
    const { accountEvents } = db.database.repositories
    const event = { webUserId: ACCOUNT, chatId: -5n, at: NOON }
    await accountEvents.add({ event: 'linked', ...event })
    await accountEvents.add({ event: 'unlinked', ...event })
    const [first, second] = await accountEvents.unpublished(10)
    expect([first?.event, second?.event]).toEqual(['linked', 'unlinked'])
    await accountEvents.markPublished([first?.id ?? 0n], NOON)
    expect(await accountEvents.unpublished(10)).toEqual([{ id: second?.id, event: 'unlinked', ...event }])
    expect(await accountEvents.purge(NOON)).toBe(0)
    expect(await accountEvents.purge(new Date(NOON.getTime() + 1))).toBe(1)
    expect(await accountEvents.unpublished(10)).toHaveLength(1)
  })
})
