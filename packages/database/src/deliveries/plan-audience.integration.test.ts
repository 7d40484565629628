import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AudienceFilter } from '../audiences/audience-filter.ts'
import { EVERYBODY, addStudents, dense, plannedRows, planningCampaign, system } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const KYIV = 80
const LVIV = 46
const DAY_MS = 86_400_000

function page(id: string, filter: AudienceFilter, limit: number): Promise<number> {
  return db.database.transaction(({ deliveries }) => deliveries.planAudience(id, filter, limit, NOON))
}

describe('the filters of an audience', () => {
  beforeAll(async () => {
    await addStudents(db, 1, 9)
    const university = await db.sql<{ id: number }>('SELECT id FROM universities ORDER BY id LIMIT 2')
    UNIVERSITIES.push(...university.map(({ id }) => id))
    await db.sql(
      `UPDATE telegram_users SET telegram_notifications_enabled = false WHERE telegram_chat_id = 8`,
    )
    await db.sql(
      `UPDATE telegram_users SET unreachable_at = $1, unreachable_reason = 'blocked' WHERE telegram_chat_id = 9`,
      [NOON],
    )
    await db.sql(`UPDATE telegram_users SET language = 'en' WHERE telegram_chat_id IN (1, 8)`)
    await db.sql(`UPDATE telegram_users SET last_interacted_at = $1 WHERE telegram_chat_id = 2`, [
      new Date(NOON.getTime() - 7 * DAY_MS),
    ])
    await db.sql(`UPDATE telegram_users SET last_interacted_at = $1 WHERE telegram_chat_id IN (3, 9)`, [
      new Date(NOON.getTime() - 7 * DAY_MS - 1),
    ])
    await db.sql(
      `WITH account AS (INSERT INTO users (first_name) VALUES ('Olha') RETURNING id)
       UPDATE telegram_users SET web_user_id = account.id FROM account WHERE telegram_chat_id = 4`,
    )
    await db.sql(
      `INSERT INTO telegram_user_filter_regions VALUES (1, ${KYIV}), (2, ${LVIV}), (3, ${KYIV}), (3, ${LVIV}), (8, ${KYIV}), (9, ${KYIV})`,
    )
    await db.sql(
      `INSERT INTO telegram_user_filter_specialities VALUES (1, 'F3'), (2, 'F3'), (2, 'F2'), (5, 'F2')`,
    )
    await db.sql(
      'INSERT INTO telegram_user_filter_universities VALUES (1, $1), (6, $2), (8, $1)',
      UNIVERSITIES,
    )
  })
  const UNIVERSITIES: number[] = []
  const first = () => UNIVERSITIES.slice(0, 1)

  it.each<[string, () => Partial<AudienceFilter>, number[], { muted: number; unreachable: number }]>([
    ['everybody', () => ({}), [1, 2, 3, 4, 5, 6, 7], { muted: 1, unreachable: 1 }],
    ['people with an account', () => ({ base: 'linked' }), [4], { muted: 0, unreachable: 0 }],
    [
      'the test list, and nobody we do not know',
      () => ({ base: 'test', testChatIds: ['7', '3', '8', '9007199254740993'] }),
      [3, 7],
      { muted: 1, unreachable: 0 },
    ],
    ['nobody for an empty test list', () => ({ base: 'test' }), [], { muted: 0, unreachable: 0 }],
    ['a region', () => ({ regionIds: [KYIV] }), [1, 3], { muted: 1, unreachable: 1 }],
    ['one of two regions', () => ({ regionIds: [KYIV, LVIV] }), [1, 2, 3], { muted: 1, unreachable: 1 }],
    ['a speciality', () => ({ specialityCodes: ['F2'] }), [2, 5], { muted: 0, unreachable: 0 }],
    [
      'one of two specialities',
      () => ({ specialityCodes: ['F2', 'F3'] }),
      [1, 2, 5],
      { muted: 0, unreachable: 0 },
    ],
    ['a university', () => ({ universityIds: first() }), [1], { muted: 1, unreachable: 0 }],
    ['a language', () => ({ language: 'en' }), [1], { muted: 1, unreachable: 0 }],
    [
      'who was active in the last seven days',
      () => ({ activeWithinDays: 7 }),
      [1, 2, 4, 5, 6, 7],
      { muted: 1, unreachable: 0 },
    ],
    [
      'a region and a speciality and a university',
      () => ({ regionIds: [KYIV, LVIV], specialityCodes: ['F3'], universityIds: first() }),
      [1],
      { muted: 0, unreachable: 0 },
    ],
    [
      'nobody who meets one condition only',
      () => ({ base: 'linked', language: 'en' }),
      [],
      { muted: 0, unreachable: 0 },
    ],
  ])('plan and count %s', async (_name, changes, chats, others) => {
    const filter = { ...EVERYBODY, ...changes() }
    const id = await planningCampaign(db)
    expect(await page(id, filter, 100)).toBe(chats.length)
    expect(await page(id, filter, 100)).toBe(0)
    expect(await plannedRows(db, id)).toEqual(dense(chats))
    const count = await db.database.repositories.audiences.count(filter, NOON)
    expect(count).toEqual({ recipients: chats.length, ...others })
  })
})

describe('deliveries.planAudience', () => {
  const FIRST = 1_001
  const ids = Array.from({ length: 25 }, (_, index) => FIRST + index)
  const filter: AudienceFilter = { ...EVERYBODY, base: 'test', testChatIds: ids.map(String) }
  beforeAll(() => addStudents(db, FIRST, ids.length))

  it('goes page by page after its cursor, and the campaign grows with it', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await planningCampaign(db)
    expect(await deliveries.cursor(id)).toBeNull()
    expect(await page(id, filter, 10)).toBe(10)
    expect(await deliveries.cursor(id)).toBe(1_010n)
    expect(await campaigns.find(id)).toMatchObject({ size: 10 })
    expect(await page(id, filter, 10)).toBe(10)
    expect(await page(id, filter, 10)).toBe(5)
    expect(await page(id, filter, 10)).toBe(0)
    expect(await plannedRows(db, id)).toEqual(dense(ids))
    expect(await campaigns.find(id)).toMatchObject({ size: 25 })
    expect(await deliveries.cursor(id)).toBe(1_025n)
  })

  it('repeats the page that a crash took back', async () => {
    const id = await planningCampaign(db)
    await page(id, filter, 10)
    const crash = new Error('crash')
    const crashed = db.database.transaction(async ({ deliveries }) => {
      expect(await deliveries.planAudience(id, filter, 10, NOON)).toBe(10)
      throw crash
    })
    await expect(crashed).rejects.toBe(crash)
    expect(await db.database.repositories.deliveries.cursor(id)).toBe(1_010n)
    await page(id, filter, 100)
    expect(await plannedRows(db, id)).toEqual(dense(ids))
  })

  it('never doubles with four planners at once', async () => {
    const id = await planningCampaign(db)
    const plan = async (): Promise<number> => {
      let sum = 0
      for (let count = 1; count > 0; sum += count) count = await page(id, filter, 3)
      return sum
    }
    const sums = await Promise.all([plan(), plan(), plan(), plan()])
    expect(sums.reduce((left, right) => left + right)).toBe(25)
    expect(await plannedRows(db, id)).toEqual(dense(ids))
    expect(await db.database.repositories.campaigns.find(id)).toMatchObject({ size: 25 })
  })

  it('stops when the campaign is cancelled', async () => {
    const id = await planningCampaign(db)
    await page(id, filter, 10)
    await db.database.repositories.campaigns.cancel(id, system())
    expect(await page(id, filter, 10)).toBe(0)
    expect(await plannedRows(db, id)).toHaveLength(10)
  })
})
