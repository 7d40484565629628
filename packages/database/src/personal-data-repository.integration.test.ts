import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { KNOWN_TABLES } from './personal-data/personal-tables.ts'
import { isErasedChat } from './personal-data/erase-student.ts'
import { later, runningCampaign } from './testing/campaigns.ts'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const ACCOUNT = 'a0000000-0000-4000-8000-000000000001'
const LNU = 1_481_286

/** Columns that hold a chat's number and are nobody's personal data, each with its reason. */
const OF_NOBODY = [
  // The chat of an admin, to whom the progress is shown.
  'campaigns.card_chat_id',
  // Groups.
  'chat_migrations.old_chat_id',
  'chat_migrations.new_chat_id',
]

beforeAll(async () => {
  await db.sql(`INSERT INTO users (id, first_name) VALUES ($1, 'Olha')`, [ACCOUNT])
})

/** A student with a row in every table that refers to a chat. */
async function student(chatId: bigint): Promise<bigint> {
  const { students, grades, tracking, offerLooks, openDays, notificationSettings, dialogues, offerSearch } =
    db.database.repositories
  await students.touch(sighting(chatId))
  await grades.saveOwn(chatId, 2025, { ukr: 187 }, NOON)
  await tracking.add(chatId, LNU, 2025, NOON)
  const nothing = { rankBest: null, rankWorst: null, tier: null, score: null }
  const look = { offerId: LNU, year: 2025, ...nothing, dataAt: NOON, seenAt: NOON }
  await offerLooks.record(chatId, '2026-03-02', [look])
  await db.sql(
    'INSERT INTO offer_told (telegram_chat_id, year, offer_id, revision, told_at) VALUES ($1, 2025, $2, 0, $3)',
    [chatId, LNU, NOON],
  )
  const [openDay] = await db.sql<{ id: number }>('SELECT id FROM open_days ORDER BY id LIMIT 1')
  await openDays.attend(chatId, openDay?.id ?? 0, NOON)
  for (const [table, column, from] of [
    ['regions', 'region_id', 'id'],
    ['specialities', 'speciality_code', 'code'],
    ['universities', 'university_id', 'id'],
  ])
    await db.sql(
      `INSERT INTO telegram_user_filter_${table} (telegram_chat_id, ${column})
       SELECT $1, ${from} FROM ${table} ORDER BY 2 LIMIT 1`,
      [chatId],
    )
  const quiet = { from: 0, until: 0 }
  await notificationSettings.save(chatId, { openDays: true, offerChanges: false, news: true, quiet })
  await offerSearch.remember(chatId, 'ЛНУ інформатика', NOON)
  await dialogues.save(chatId, { name: 'grades', state: { typed: '187' }, now: NOON })
  await db.sql(
    `INSERT INTO picture_messages (telegram_chat_id, subject, message_id, digest, sent_at)
     VALUES ($1, 'offer:1481286:2025', 7, 'aa', $2)`,
    [chatId, NOON],
  )
  await students.claimHint(chatId, NOON, 1)
  await db.sql(
    `INSERT INTO link_audit (event, telegram_chat_id, web_user_id, previous_chat_id, created_at)
     VALUES ('linked', $1, $2, NULL, $3), ('moved', 777, $2, $1, $3)`,
    [chatId, ACCOUNT, NOON],
  )
  await db.sql(
    `INSERT INTO student_preferences (telegram_chat_id, quota, updated_at) VALUES ($1, 'Q1', $2)`,
    [chatId, NOON],
  )
  await db.sql(
    'INSERT INTO link_attempts (telegram_chat_id, failed_at) VALUES ($1, ARRAY[$2::timestamptz])',
    [chatId, NOON],
  )
  await db.sql(
    `INSERT INTO plan_wishes (telegram_chat_id, speciality_codes, region_ids, updated_at)
     VALUES ($1, '{F3}', '{}', $2)`,
    [chatId, NOON],
  )
  await db.sql(
    `INSERT INTO admission_plans (telegram_chat_id, day, number, content, made_at)
     VALUES ($1, $2::timestamptz::date, 1, '{}', $2)`,
    [chatId, NOON],
  )
  await db.sql(
    `INSERT INTO account_events (event, web_user_id, telegram_chat_id, at, published_at)
     VALUES ('linked', $2, $1, $3, $3)`,
    [chatId, ACCOUNT, NOON],
  )
  await answered(chatId, 'done', 'Твій бал: 187')
  await answered(chatId, 'dead', 'Вибач')
  return chatId
}

let lastUpdate = 0n

async function answered(chatId: bigint, outcome: 'done' | 'dead', text: string): Promise<bigint> {
  const updateId = ++lastUpdate
  const replies = [{ method: 'sendMessage', payload: { text } }]
  const kept = { update: { message: { text: 'мій секрет' } } }
  const record = { botId: 1n, updateId, chatId, outcome, replies, now: NOON, ...kept }
  await db.database.repositories.processedUpdates.record(record)
  return updateId
}

/** Every column of ours that is named after a chat: 'table.column'. */
async function chatColumns(): Promise<string[]> {
  const rows = await db.sql<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name LIKE '%chat_id' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** Columns that hold this number somewhere. */
async function placesOf(chatId: bigint): Promise<string[]> {
  const found: string[] = []
  for (const name of await chatColumns()) {
    const [table, column] = name.split('.')
    const rows = await db.sql(`SELECT FROM ${table} WHERE ${column} = $1 LIMIT 1`, [chatId])
    if (rows.length > 0) found.push(name)
  }
  return found
}

describe('personalData', () => {
  it('knows every column that refers to a chat', async () => {
    const known = [
      ...KNOWN_TABLES.map((table) => `${table}.telegram_chat_id`),
      'link_audit.previous_chat_id',
      ...OF_NOBODY,
    ].toSorted()
    expect(
      await chatColumns(),
      'A table refers to a chat and /privacy does not know it, or knows one that is gone. Put it into ' +
        'personal-data/personal-tables.ts: among those that go with the student, when its foreign key cascades from ' +
        'telegram_users; else among the emptied ones, and take the person out of it in erase-student.ts. Then give ' +
        'the student of this test a row in it. A column without personal data belongs into OF_NOBODY with its reason.',
    ).toEqual(known)
  })

  it('collects rows of every table, ids as strings', async () => {
    const chatId = await student(9_007_199_254_740_993n)
    const campaign = await runningCampaign(db, [chatId])
    const data = await db.database.repositories.personalData.collect(chatId)
    const own = Object.entries(data).filter(([, rows]) => rows.length > 0)
    expect(own.map(([table]) => table).toSorted()).toEqual([...KNOWN_TABLES].toSorted())
    const id = '9007199254740993'
    expect(data['telegram_users']).toMatchObject([{ telegram_chat_id: id, telegram_user_id: id }])
    expect(data['telegram_user_grades']).toMatchObject([{ nmt_year: 2025, subject_code: 'ukr', grade: 187 }])
    expect(data['deliveries']).toMatchObject([{ campaign_id: campaign, state: 'pending' }])
    expect(data['dialogues']).toMatchObject([{ state: { typed: '187' } }])
    expect(data['processed_updates']).toHaveLength(2)
    // Whose chat an account moved to is nobody's business.
    expect(JSON.stringify(data['link_audit'])).not.toContain('777')
  })

  it('collects followed offers with their names', async () => {
    const chatId = await student(32n)
    const { telegram_user_monitoring_offers: offers } =
      await db.database.repositories.personalData.collect(chatId)
    expect(offers).toMatchObject([
      {
        ...{ year: 2025, offer_id: String(LNU), programme: 'Інформатика' },
        university: 'Львівський національний університет імені Івана Франка',
      },
    ])
  })

  it('collects the grades of the account while the chat is linked to it', async () => {
    const { personalData, grades } = db.database.repositories
    const chatId = await student(33n)
    await db.sql(
      `INSERT INTO users_grades (user_id, nmt_year, subject_code, grade)
       VALUES ($1, 2024, 'math', 190), ($1, 2025, 'math', 200)`,
      [ACCOUNT],
    )
    expect((await personalData.collect(chatId))['users_grades']).toEqual([])
    await db.sql('UPDATE telegram_users SET web_user_id = $2 WHERE telegram_chat_id = $1', [chatId, ACCOUNT])
    expect((await grades.ofStudent(chatId)).map(({ source }) => source)).toEqual(['account', 'account'])
    expect((await personalData.collect(chatId))['users_grades']).toEqual([
      { user_id: ACCOUNT, nmt_year: 2025, subject_code: 'math', grade: 200 },
      { user_id: ACCOUNT, nmt_year: 2024, subject_code: 'math', grade: 190 },
    ])
    await db.sql('UPDATE telegram_users SET web_user_id = NULL WHERE telegram_chat_id = $1', [chatId])
  })

  it('collects the newest thousand rows where there are more', async () => {
    const chatId = await student(31n)
    await db.sql(
      `INSERT INTO processed_updates (bot_id, update_id, telegram_chat_id, outcome, replies, created_at)
       SELECT 2, n, $1, 'done', '[]', $2::timestamptz + n * interval '1 second' FROM generate_series(1, 1200) n`,
      [chatId, NOON],
    )
    const { processed_updates: rows = [] } = await db.database.repositories.personalData.collect(chatId)
    expect(rows).toHaveLength(1_000)
    expect(rows[0]).toMatchObject({ update_id: '1200' })
  })
})

describe('personalData.erase', () => {
  it('leaves the number of the chat nowhere, and others alone', async () => {
    const [chatId, other] = [await student(41n), await student(42n)]
    const before = await db.database.repositories.personalData.collect(other)
    await runningCampaign(db, [chatId])
    expect(await placesOf(chatId)).toHaveLength(KNOWN_TABLES.length + 1)
    await db.database.repositories.personalData.erase(chatId, later(1))
    expect(await placesOf(chatId)).toEqual([])
    expect(await db.database.repositories.personalData.collect(other)).toEqual(before)
  })

  it('keeps the totals of campaigns: who was waiting is skipped, who was reached stays counted', async () => {
    const { deliveries, personalData } = db.database.repositories
    const chats = [await student(51n), await student(52n)]
    const [gone = 0n] = chats
    const sent = await runningCampaign(db, chats)
    await deliveries.claim(sent, 0, NOON)
    await deliveries.record(sent, 0, 1, { state: 'sent', messageId: 5 }, NOON)
    const waiting = await runningCampaign(db, chats)
    await db.sql(`UPDATE deliveries SET content = '{"name": "Olha"}' WHERE campaign_id = $1`, [waiting])
    await personalData.erase(gone, later(1))
    expect(await deliveries.tally(sent)).toMatchObject({ sent: 1, pending: 1 })
    expect(await deliveries.tally(waiting)).toMatchObject({ skipped: 1, pending: 1 })
    const rows = await db.sql<{ chat: string }>(
      `SELECT telegram_chat_id::text AS chat, state, error, content, message_id FROM deliveries
        WHERE campaign_id IN ($1, $2) AND position = 0`,
      [sent, waiting],
    )
    const emptied = { content: null, message_id: null, chat: '-1000000000000000000' }
    expect(rows).toEqual(
      expect.arrayContaining([
        { ...emptied, state: 'sent', error: null },
        { ...emptied, state: 'skipped', error: 'deleted' },
      ]),
    )
    expect(rows.every(({ chat }) => isErasedChat(BigInt(chat)))).toBe(true)
  })

  it('lets a message that is under way end, and is not sent again to who comes back', async () => {
    const { deliveries, personalData, students } = db.database.repositories
    const chatId = await student(61n)
    const id = await runningCampaign(db, [chatId])
    await deliveries.claim(id, 0, NOON)
    await personalData.erase(chatId, NOON)
    await students.touch(sighting(chatId))
    await deliveries.record(id, 0, 1, { state: 'pending', dueAt: NOON, error: '429' }, NOON)
    expect(await deliveries.claim(id, 0, later(1))).toEqual({ kind: 'skipped' })
  })

  it('tells the website that the link is over', async () => {
    const chatId = await student(66n)
    await db.sql('UPDATE telegram_users SET web_user_id = $2 WHERE telegram_chat_id = $1', [chatId, ACCOUNT])
    await db.database.repositories.personalData.erase(chatId, later(1))
    const events = await db.database.repositories.accountEvents.unpublished(10)
    expect(events).toMatchObject([{ event: 'unlinked', webUserId: ACCOUNT, chatId, at: later(1) }])
    await db.database.repositories.accountEvents.markPublished([events[0]!.id], later(2))
  })

  it('keeps the story of an account under one pseudonym that tells nothing', async () => {
    const chatId = await student(71n)
    await db.sql('UPDATE telegram_users SET web_user_id = $2 WHERE telegram_chat_id = $1', [chatId, ACCOUNT])
    await db.sql('DELETE FROM link_audit WHERE telegram_chat_id NOT IN (71, 777)')
    await db.database.repositories.personalData.erase(chatId, later(1))
    const rows = await db.sql<{ event: string; chat: string; previous: string | null }>(
      `SELECT event, telegram_chat_id::text AS chat, previous_chat_id::text AS previous FROM link_audit
        WHERE web_user_id = $1 AND (telegram_chat_id < 0 OR previous_chat_id < 0) ORDER BY id DESC LIMIT 3`,
      [ACCOUNT],
    )
    const [unlinked, moved, linked] = rows
    expect(rows.map(({ event }) => event)).toEqual(['unlinked', 'moved', 'linked'])
    expect(isErasedChat(BigInt(unlinked?.chat ?? 0))).toBe(true)
    expect([linked?.chat, moved?.previous]).toEqual([unlinked?.chat, unlinked?.chat])
  })

  it('empties the answers that were given and drops what the person wrote', async () => {
    const { processedUpdates, personalData } = db.database.repositories
    const chatId = await student(81n)
    const [done, dead] = [await answered(chatId, 'done', 'a'), await answered(chatId, 'dead', 'b')]
    await personalData.erase(chatId, NOON)
    expect(await processedUpdates.find(1n, done)).toEqual({ outcome: 'done', replies: [] })
    expect(await processedUpdates.find(1n, dead)).toBeNull()
  })

  it('leaves room for the answer of the very update that erases, a replayed dead letter too', async () => {
    const chatId = await student(91n)
    const updateId = await answered(chatId, 'dead', 'Вибач')
    const replies = [{ method: 'sendMessage', payload: { text: 'Готово' } }]
    const record = { botId: 1n, updateId, chatId, outcome: 'done' as const, replies, now: NOON }
    const fresh = await db.database.transaction(async ({ personalData, processedUpdates }) => {
      await personalData.erase(chatId, NOON)
      return processedUpdates.record(record)
    })
    expect(fresh).toBe(true)
    const { processedUpdates } = db.database.repositories
    expect(await processedUpdates.find(1n, updateId)).toEqual({ outcome: 'done', replies })
  })

  it('changes nothing the second time, and greets who comes back as new', async () => {
    const { personalData, students } = db.database.repositories
    const chatId = await student(95n)
    for (let times = 0; times < 2; times += 1) await personalData.erase(chatId, NOON)
    expect((await students.touch(sighting(chatId))).isNew).toBe(true)
  })
})

describe('personalData.eraseInactive', () => {
  it('erases the longest silent first, never more than asked, never who was heard of since', async () => {
    const { personalData, students } = db.database.repositories
    await db.sql('DELETE FROM telegram_users')
    for (const [chatId, ms] of [
      [101n, 3],
      [102n, 1],
      [103n, 2],
      [104n, 10],
    ] as const)
      await students.touch(sighting(chatId, { now: later(ms) }))
    const left = async () => (await students.people([101n, 102n, 103n, 104n])).map(({ chatId }) => chatId)
    expect(await personalData.eraseInactive(later(10), 2, NOON)).toBe(2)
    expect((await left()).toSorted()).toEqual([101n, 104n])
    expect(await personalData.eraseInactive(later(10), 2, NOON)).toBe(1)
    expect(await personalData.eraseInactive(later(10), 2, NOON)).toBe(0)
    expect(await left()).toEqual([104n])
  })

  it('spares who writes at that very moment, with all that is theirs', async () => {
    const { personalData } = db.database.repositories
    const chatId = await student(111n)
    await db.sql('DELETE FROM telegram_users WHERE telegram_chat_id <> 111')
    let erasing: Promise<number> | undefined
    await db.database.transaction(async ({ students }) => {
      await students.touch(sighting(chatId, { now: later(1_000) }))
      erasing = personalData.eraseInactive(later(1), 5, NOON)
      await expect
        .poll(async () => {
          const [row] = await db.sql<{ waiting: number }>(
            `SELECT count(*)::integer AS waiting FROM pg_stat_activity
              WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )
          return row?.waiting
        })
        .toBe(1)
    })
    expect(await erasing).toBe(0)
    const data = await personalData.collect(chatId)
    expect(data['processed_updates']).toHaveLength(2)
    expect(data['telegram_user_grades']).toHaveLength(1)
  })
})
