import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { addStudents, later } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
let university = 0

/** Adds an open day of the university; returns its id. */
async function addOpenDay(date: string, startsAt: Date | null = null): Promise<number> {
  const [row] = await db.sql<{ id: number }>(
    `INSERT INTO open_days (university_id, title_uk, title_en, date, starts_at, format, address)
     VALUES ($1, 'День відкритих дверей', 'Open day', $2, $3, 'offline', 'Main street 1') RETURNING id`,
    [university, date, startsAt],
  )
  return row?.id ?? 0
}

beforeAll(async () => {
  await db.sql('DELETE FROM open_days')
  const [row] = await db.sql<{ id: number }>(
    'SELECT university_id AS id FROM offers GROUP BY university_id HAVING count(*) > 1 ORDER BY 1 LIMIT 1',
  )
  university = row?.id ?? 0
})

describe('openDays.onDates', () => {
  it('tells the open days of those dates and no others, by time', async () => {
    const [tomorrow, inThree] = ['2026-05-02', '2026-05-04']
    const late = await addOpenDay(inThree, later(2))
    const timeless = await addOpenDay(tomorrow)
    const early = await addOpenDay(tomorrow, later(1))
    for (const other of ['2026-05-01', '2026-05-03', '2026-05-05']) await addOpenDay(other, later(1))
    const events = await db.database.repositories.openDays.onDates([inThree, tomorrow])
    expect(events.map(({ openDayId, date }) => [openDayId, date])).toEqual([
      [early, tomorrow],
      [timeless, tomorrow],
      [late, inThree],
    ])
    expect(events[2]).toEqual({
      openDayId: late,
      universityId: university,
      university: {
        name: { uk: expect.any(String) as string, en: expect.anything() as string },
        short: { uk: expect.any(String) as string, en: expect.anything() as string },
      },
      faculty: null,
      title: { uk: 'День відкритих дверей', en: 'Open day' },
      date: inThree,
      startsAt: later(2),
      format: 'offline',
      address: 'Main street 1',
      registrationUrl: null,
      registrationDeadline: null,
      generated: false,
    })
    expect(await db.database.repositories.openDays.onDates([])).toEqual([])
  })
})

describe('openDays.interested', () => {
  const chat = (n: number): number => 300 + n
  let attended: number[] = []
  let question = { openDayIds: [0], universityIds: [0] }

  beforeAll(async () => {
    await addStudents(db, chat(1), 10)
    attended = [
      await addOpenDay('2026-05-09'),
      await addOpenDay('2026-05-09'),
      await addOpenDay('2026-05-09'),
    ]
    const offers = await db.sql<{ year: number; id: number }>(
      'SELECT year, offer_id AS id FROM offers WHERE university_id = $1 ORDER BY 1, 2 LIMIT 2',
      [university],
    )
    const [elsewhere] = await db.sql<{ year: number; id: number }>(
      'SELECT year, offer_id AS id FROM offers WHERE university_id <> $1 LIMIT 1',
      [university],
    )
    const [first, second] = offers
    const attends = [
      [chat(1), attended[0]],
      [chat(1), attended[1]],
      [chat(2), attended[2]],
      [chat(4), attended[1]],
      [chat(7), attended[0]],
      [chat(8), attended[0]],
      [chat(9), attended[0]],
      [chat(10), attended[0]],
    ]
    for (const values of attends) {
      await db.sql('INSERT INTO monitoring_open_days (telegram_chat_id, open_day_id) VALUES ($1, $2)', values)
    }
    const tracks = [
      [chat(1), first],
      [chat(1), second],
      [chat(3), first],
      [chat(5), second],
      [chat(6), elsewhere],
      [chat(8), first],
      [chat(9), first],
      [chat(10), first],
    ] as const
    for (const [chatId, offer] of tracks) {
      await db.sql(
        'INSERT INTO telegram_user_monitoring_offers (telegram_chat_id, year, offer_id) VALUES ($1, $2, $3)',
        [chatId, offer?.year, offer?.id],
      )
    }
    await db.sql(
      'UPDATE telegram_users SET telegram_notifications_enabled = false WHERE telegram_chat_id = $1',
      [chat(8)],
    )
    await db.sql(
      `UPDATE telegram_users SET unreachable_at = $2, unreachable_reason = 'blocked' WHERE telegram_chat_id = $1`,
      [chat(9), NOON],
    )
    await db.sql('INSERT INTO notification_settings (telegram_chat_id, open_days) VALUES ($1, false)', [
      chat(10),
    ])
    // The third open day is not asked for.
    question = { openDayIds: attended.slice(0, 2), universityIds: [university] }
  })

  it('tells who can be reached, each once, with all they attend and track', async () => {
    expect(await db.database.repositories.openDays.interested(question, null, 100)).toEqual([
      { chatId: BigInt(chat(1)), attends: attended.slice(0, 2), tracks: [university, university] },
      { chatId: BigInt(chat(3)), attends: [], tracks: [university] },
      { chatId: BigInt(chat(4)), attends: [attended[1]], tracks: [] },
      { chatId: BigInt(chat(5)), attends: [], tracks: [university] },
      { chatId: BigInt(chat(7)), attends: [attended[0]], tracks: [] },
    ])
  })

  it.each([1, 2, 3, 4])('loses and repeats nobody in pages of %i', async (limit) => {
    const seen: bigint[] = []
    for (let after: bigint | null = null; ;) {
      const page = await db.database.repositories.openDays.interested(question, after, limit)
      expect(page.length).toBeLessThanOrEqual(limit)
      const last = page.at(-1)
      if (last === undefined) break
      seen.push(...page.map(({ chatId }) => chatId))
      after = last.chatId
    }
    expect(seen).toEqual([1, 3, 4, 5, 7].map((n) => BigInt(chat(n))))
  })

  it('knows nobody where nothing is asked for', async () => {
    const { openDays } = db.database.repositories
    expect(await openDays.interested({ openDayIds: [], universityIds: [] }, null, 100)).toEqual([])
  })
})
