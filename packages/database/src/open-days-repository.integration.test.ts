import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { DRAFT, addStudents, later, system } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const TODAY = '2026-03-02'
let place = { university: 0, faculty: 0, region: 0 }

interface Changes {
  faculty?: number | null
  date?: string
  editedAt?: Date
}

/** Adds an open day of the place; returns its id. */
async function addOpenDay({ faculty = null, date = TODAY, editedAt = NOON }: Changes): Promise<number> {
  const [row] = await db.sql<{ id: number }>(
    `INSERT INTO open_days (university_id, faculty_id, title_uk, title_en, date, starts_at, format, address, created_at, updated_at)
     VALUES ($1, $2, 'День відкритих дверей', 'Open day', $3, $4, 'offline', 'Main street 1', $5, $6) RETURNING id`,
    [place.university, faculty, date, later(3_600_000), later(-1_000), editedAt],
  )
  return row?.id ?? 0
}

beforeAll(async () => {
  await db.sql('DELETE FROM open_days')
  const [row] = await db.sql<typeof place>(
    `SELECT u.id AS university, u.region_id AS region, min(o.faculty_id) AS faculty
       FROM offers o JOIN universities u ON u.id = o.university_id
      WHERE o.faculty_id IS NOT NULL GROUP BY u.id ORDER BY u.id LIMIT 1`,
  )
  if (row === undefined) throw new Error('The catalogue has no faculty')
  place = row
  // Another faculty teaches something else.
  await db.sql(
    `WITH other AS (INSERT INTO faculties (university_id, name_uk) VALUES ($1, 'Other') RETURNING id)
     INSERT INTO offers
     SELECT changed.* FROM other CROSS JOIN (SELECT * FROM offers WHERE faculty_id = $2 LIMIT 1) offer
       CROSS JOIN jsonb_populate_record(
         NULL::offers, to_jsonb(offer) || jsonb_build_object('offer_id', 1, 'faculty_id', other.id, 'speciality_code', 'A1')
       ) changed`,
    [place.university, place.faculty],
  )
})

async function codes(where: string, id: number): Promise<string[]> {
  const rows = await db.sql<{ code: string }>(
    `SELECT DISTINCT speciality_code AS code FROM offers WHERE ${where} = $1 ORDER BY 1`,
    [id],
  )
  return rows.map(({ code }) => code)
}

describe('openDays.edited', () => {
  it('tells all of an open day, and the specialities of its faculty', async () => {
    const openDayId = await addOpenDay({ faculty: place.faculty })
    const [edit, ...others] = await db.database.repositories.openDays.edited(NOON, later(1), TODAY)
    expect(others).toEqual([])
    expect(edit).toEqual({
      openDayId,
      editedAt: NOON,
      createdAt: later(-1_000),
      universityId: place.university,
      regionId: place.region,
      specialityCodes: await codes('faculty_id', place.faculty),
      title: { uk: 'День відкритих дверей', en: 'Open day' },
      university: {
        name: { uk: expect.any(String) as string, en: expect.anything() as string },
        short: { uk: expect.any(String) as string, en: expect.anything() as string },
      },
      faculty: { uk: expect.any(String) as string, en: expect.anything() as string },
      date: TODAY,
      startsAt: later(3_600_000),
      endsAt: null,
      format: 'offline',
      address: 'Main street 1',
      streamUrl: null,
      registrationUrl: null,
      registrationDeadline: null,
      programme: null,
      audience: null,
      contacts: null,
      generated: false,
    })
  })

  it('derives specialities from the whole university where no faculty is named', async () => {
    const editedAt = later(10)
    await addOpenDay({ editedAt })
    const [edit] = await db.database.repositories.openDays.edited(editedAt, later(11), TODAY)
    expect(edit).toMatchObject({ faculty: null })
    expect(edit?.specialityCodes).toEqual(await codes('university_id', place.university))
    expect(edit?.specialityCodes.length).toBeGreaterThan((await codes('faculty_id', place.faculty)).length)
  })

  it('keeps to the window of edits and leaves out what is over', async () => {
    const [from, to] = [later(100), later(200)]
    await addOpenDay({ editedAt: later(99) })
    await addOpenDay({ editedAt: to })
    await addOpenDay({ editedAt: from, date: '2026-03-01' })
    const second = await addOpenDay({ editedAt: from, date: '2026-03-09' })
    const first = await addOpenDay({ editedAt: later(199), date: '2026-03-03' })
    const edits = await db.database.repositories.openDays.edited(from, to, TODAY)
    expect(edits.map(({ openDayId }) => openDayId)).toEqual([first, second])
  })
})

describe('openDays.filterHolders', () => {
  it('pages through the reachable people with a filter of any kind', async () => {
    await addStudents(db, 1, 8)
    await db.sql(
      'INSERT INTO telegram_user_filter_regions VALUES (1, 80), (1, 46), (2, 80), (6, 80), (7, 80)',
    )
    await db.sql(`INSERT INTO telegram_user_filter_specialities VALUES (1, 'F3'), (3, 'F2')`)
    await db.sql('INSERT INTO telegram_user_filter_universities VALUES (5, $1)', [place.university])
    await db.sql(
      'UPDATE telegram_users SET telegram_notifications_enabled = false WHERE telegram_chat_id = 6',
    )
    await db.sql(
      `UPDATE telegram_users SET unreachable_at = $1, unreachable_reason = 'blocked' WHERE telegram_chat_id = 7`,
      [NOON],
    )
    const { openDays } = db.database.repositories
    const none = { regionIds: [], specialityCodes: [], universityIds: [] }
    expect(await openDays.filterHolders(null, 10)).toEqual([
      { ...none, chatId: 1n, regionIds: [46, 80], specialityCodes: ['F3'] },
      { ...none, chatId: 2n, regionIds: [80] },
      { ...none, chatId: 3n, specialityCodes: ['F2'] },
      { ...none, chatId: 5n, universityIds: [place.university] },
    ])
    const pages = [await openDays.filterHolders(null, 3), await openDays.filterHolders(3n, 3)]
    expect(pages.map((page) => page.map(({ chatId }) => chatId))).toEqual([[1n, 2n, 3n], [5n]])
    expect(await openDays.filterHolders(5n, 3)).toEqual([])
  })
})

describe('openDays.told', () => {
  const EDIT = { openDayId: 11, editedAt: NOON }
  const OTHER = { openDayId: 12, editedAt: later(1) }
  const stored = ({ openDayId, editedAt }: typeof EDIT) => ({ openDayId, editedAt: editedAt.toISOString() })

  async function campaignTelling(
    kind: 'open-day-update' | 'broadcast',
    told: Map<bigint, (typeof EDIT)[]>,
  ): Promise<string> {
    const { campaigns, deliveries } = db.database.repositories
    const { id } = await campaigns.create({ ...DRAFT, kind })
    await campaigns.start(id, system())
    const recipients = [...told].map(([chatId, edits]) => ({ chatId, content: { edits: edits.map(stored) } }))
    await deliveries.planRecipients(id, { from: null, upto: 1_000_000n, recipients })
    await campaigns.endPlanning(id, NOON)
    return id
  }

  it('knows the pairs of all campaigns of its kind, by the very edit', async () => {
    const [first, second, third, fourth] = await addStudents(db, 101, 4)
    const told = (chats: bigint[], edits: (typeof EDIT)[]) =>
      db.database.repositories.openDays.told(chats, edits)
    const everybody = [first!, second!, third!, fourth!]
    await campaignTelling('open-day-update', new Map([[first!, [EDIT, OTHER]]]))
    await campaignTelling(
      'open-day-update',
      new Map([
        [first!, [EDIT]],
        [second!, [OTHER]],
      ]),
    )
    await campaignTelling('broadcast', new Map([[third!, [EDIT]]]))
    expect(await told(everybody, [EDIT, OTHER])).toEqual([
      { chatId: first, openDayId: 11 },
      { chatId: first, openDayId: 12 },
      { chatId: second, openDayId: 12 },
    ])
    expect(await told([second!, fourth!], [EDIT])).toEqual([])
    expect(await told(everybody, [{ ...EDIT, editedAt: later(5) }])).toEqual([])
    expect(await told([], [EDIT])).toEqual([])
    expect(await told(everybody, [])).toEqual([])
  })

  it('counts what may arrive yet or has arrived, and nothing that never will', async () => {
    const chats = await addStudents(db, 201, 7)
    const states = ['pending', 'sending', 'sent', 'unknown', 'blocked', 'failed', 'skipped']
    const id = await campaignTelling('open-day-update', new Map(chats.map((chat) => [chat, [EDIT]])))
    for (const [position, state] of states.entries()) {
      await db.sql(
        'UPDATE deliveries SET state = $3, claimed_at = now() WHERE campaign_id = $1 AND position = $2',
        [id, position, state],
      )
    }
    const told = await db.database.repositories.openDays.told(chats, [EDIT])
    expect(told.map(({ chatId }) => chatId)).toEqual(chats.slice(0, 4))
  })
})
