import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)
const HOUR = 3_600_000

describe('students.touch', () => {
  it('inserts a stranger and knows them the next time', async () => {
    const { students } = db.database.repositories
    const first = await students.touch(sighting(1n, { userId: 11n }))
    expect(first).toEqual({
      chatId: 1n,
      userId: 11n,
      language: 'uk',
      isNew: true,
      webUserId: null,
      notificationsEnabled: true,
      reachable: true,
    })
    expect(await students.touch(sighting(1n, { userId: 11n }))).toEqual({ ...first, isNew: false })
  })

  it.each([
    { chatId: 21n, languageCode: 'en', language: 'en' },
    { chatId: 22n, languageCode: 'en-GB', language: 'en' },
    { chatId: 23n, languageCode: 'EN', language: 'en' },
    { chatId: 24n, languageCode: 'uk', language: 'uk' },
    { chatId: 25n, languageCode: 'pl', language: 'uk' },
    { chatId: 26n, languageCode: null, language: 'uk' },
  ])(
    'greets a stranger whose app speaks $languageCode in $language',
    async ({ chatId, languageCode, language }) => {
      const student = await db.database.repositories.students.touch(sighting(chatId, { languageCode }))
      expect(student.language).toBe(language)
    },
  )

  it('keeps the chosen language, whatever the app speaks later', async () => {
    const { students } = db.database.repositories
    await students.touch(sighting(2n))
    await students.setLanguage(2n, 'en')
    expect((await students.touch(sighting(2n, { languageCode: 'uk' }))).language).toBe('en')
  })

  it('takes over the new name and never goes back in time', async () => {
    const { students } = db.database.repositories
    const later = new Date(NOON.getTime() + HOUR)
    await students.touch(sighting(3n, { now: later }))
    await students.touch(sighting(3n, { firstName: 'Ольга', username: 'olha', now: NOON }))
    const [row] = await db.sql(
      'SELECT first_name, username, last_interacted_at AS seen FROM telegram_users WHERE telegram_chat_id = 3',
    )
    expect(row).toEqual({ first_name: 'Ольга', username: 'olha', seen: later })
  })

  it('keeps ids that no number can hold', async () => {
    const chatId = 9_007_199_254_740_993n
    const student = await db.database.repositories.students.touch(sighting(chatId))
    expect(student.chatId).toBe(chatId)
  })

  it('survives ten first sightings at once, and only one of them is the first', async () => {
    const touched = await Promise.all(
      Array.from({ length: 10 }, () => db.database.repositories.students.touch(sighting(4n))),
    )
    expect(touched.filter((student) => student.isNew)).toHaveLength(1)
  })
})

describe('reachability', () => {
  it('ends with a block and returns with the next sign of life', async () => {
    const { students } = db.database.repositories
    await students.touch(sighting(5n))
    await students.markUnreachable(5n, 'blocked', NOON)
    const [row] = await db.sql(
      'SELECT unreachable_reason AS reason FROM telegram_users WHERE telegram_chat_id = 5',
    )
    expect(row).toEqual({ reason: 'blocked' })
    expect((await students.touch(sighting(5n))).reachable).toBe(true)
  })
})

describe('students.setNotifications', () => {
  it('is remembered', async () => {
    const { students } = db.database.repositories
    await students.touch(sighting(6n))
    await students.setNotifications(6n, false)
    expect((await students.touch(sighting(6n))).notificationsEnabled).toBe(false)
  })
})

describe('students.claimHint', () => {
  it('is granted once per period', async () => {
    const { students } = db.database.repositories
    await students.touch(sighting(7n))
    const at = (ms: number) => students.claimHint(7n, new Date(NOON.getTime() + ms), HOUR)
    expect([await at(0), await at(HOUR - 1), await at(HOUR), await at(HOUR + 1)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('is granted to one of many that ask at once', async () => {
    const { students } = db.database.repositories
    await students.touch(sighting(8n))
    const granted = await Promise.all(Array.from({ length: 10 }, () => students.claimHint(8n, NOON, HOUR)))
    expect(granted.filter(Boolean)).toHaveLength(1)
  })
})

describe('students.people', () => {
  it('tells of those who have talked to the bot', async () => {
    const { students } = db.database.repositories
    await students.touch(sighting(901n, { firstName: 'Iryna', lastName: 'M', languageCode: 'en' }))
    const iryna = { chatId: 901n, language: 'en', firstName: 'Iryna', lastName: 'M' }
    expect(await students.people([901n, 902n])).toEqual([iryna])
    expect(await students.people([])).toEqual([])
  })
})
