import { campaignPlan } from '@abitly/queue'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { contentOf } from '../../campaigns/parse-content.ts'
import { createSweeper } from '../../campaigns/sweep-campaigns.ts'
import { createFakeTelegram } from '../../campaigns/testing/fake-telegram.ts'
import type { FakeTelegram } from '../../campaigns/testing/fake-telegram.ts'
import { createMemoryQueue } from '../../campaigns/testing/memory-queue.ts'
import { QUIET, useScene } from '../../campaigns/testing/use-scene.ts'
import { createCampaignHandlers } from '../../jobs/create-campaign-handlers.ts'
import { startReminders } from './start-reminders.ts'
import type { StartedReminders } from './start-reminders.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const KYIV = 'Europe/Kyiv'
/** 07:00 of 23 January in Kyiv. */
const SLOT = new Date('2026-01-23T05:00:00Z')
const END_OF_DAY = new Date('2026-01-23T22:00:00Z')
const LNU = 10
const LP = 20

beforeAll(async () => {
  await scene.sql(`INSERT INTO {schema}.regions (id, edbo_code, osvita_id, name_uk, name_en)
    VALUES (1, '1', 1, 'Р', 'R')`)
  await scene.sql(`INSERT INTO {schema}.universities (id, name_uk, short_uk, region_id)
    VALUES (10, 'ЛНУ', 'ЛНУ', 1), (20, 'ЛП', 'ЛП', 1)`)
  await scene.sql(`INSERT INTO {schema}.specialities (code, name_uk) VALUES ('F3', 'К')`)
  await scene.sql(`INSERT INTO {schema}.offers
      (year, offer_id, university_id, speciality_code, programme_uk, base, kind, official_url, data_at)
    VALUES (2026, 1, 20, 'F3', 'П', 'ПЗСО', 'open', '', now()), (2026, 2, 20, 'F3', 'П', 'ПЗСО', 'open', '', now())`)
})
afterEach(async () => {
  await scene.sql('DELETE FROM {schema}.open_days')
  await scene.sql('TRUNCATE {schema}.campaigns CASCADE')
})

async function addOpenDay(id: number, universityId: number, date: string): Promise<void> {
  await scene.sql(
    `INSERT INTO {schema}.open_days (id, university_id, title_uk, date, format) VALUES ($1, $2, 'День', $3, 'online')`,
    [id, universityId, date],
  )
}

async function attend(chatId: bigint, openDayId: number): Promise<void> {
  await scene.sql(
    'INSERT INTO {schema}.monitoring_open_days (telegram_chat_id, open_day_id) VALUES ($1, $2)',
    [chatId, openDayId],
  )
}

async function track(chatId: bigint, offerId: number): Promise<void> {
  await scene.sql(
    `INSERT INTO {schema}.telegram_user_monitoring_offers (telegram_chat_id, year, offer_id) VALUES ($1, 2026, $2)`,
    [chatId, offerId],
  )
}

const start = (slot = SLOT, now = slot): Promise<StartedReminders> =>
  scene.database.transaction((repositories) => startReminders(repositories, { slot, timeZone: KYIV, now }))

describe('startReminders', () => {
  it('begins a campaign of the events 1 and 3 days away, until the end of the day', async () => {
    for (const [id, day] of [22, 23, 24, 25, 26, 27].entries())
      await addOpenDay(id + 1, LNU, `2026-01-${day}`)
    const { campaign: begun, counts } = await start()
    expect(counts).toEqual({ events: 2 })
    const campaign = await scene.found({ id: begun?.id ?? '' })
    const { kind, state, createdBy, expiresAt, startedAt } = campaign
    expect({ kind, state, createdBy, expiresAt, startedAt }).toEqual({
      ...{ kind: 'reminder', state: 'planning', createdBy: null, expiresAt: END_OF_DAY, startedAt: SLOT },
    })
    expect(contentOf(campaign)).toMatchObject({
      ...{ kind: 'reminders', day: '2026-01-23' },
      events: [
        { openDayId: 3, date: '2026-01-24' },
        { openDayId: 5, date: '2026-01-26' },
      ],
    })
  })

  it.each([
    [
      'before the day of 23 hours',
      '2026-03-28T05:00:00Z',
      ['2026-03-29', '2026-03-31'],
      '2026-03-28T22:00:00Z',
    ],
    ['on it', '2026-03-29T04:00:00Z', ['2026-03-30', '2026-04-01'], '2026-03-29T21:00:00Z'],
    [
      'before the day of 25 hours',
      '2026-10-24T04:00:00Z',
      ['2026-10-25', '2026-10-27'],
      '2026-10-24T21:00:00Z',
    ],
    ['on it', '2026-10-25T05:00:00Z', ['2026-10-26', '2026-10-28'], '2026-10-25T22:00:00Z'],
  ])('counts calendar days %s', async (_name, slot, dates, end) => {
    const month = slot.slice(0, 8)
    const days = [...[24, 25, 26, 27, 28, 29, 30, 31].map((day) => `${month}${day}`), '2026-04-01']
    for (const [id, date] of days.entries()) await addOpenDay(id + 1, LNU, date)
    const { campaign: begun } = await start(new Date(slot))
    const campaign = await scene.found({ id: begun?.id ?? '' })
    const content = contentOf(campaign)
    expect(content.kind === 'reminders' && content.events.map(({ date }) => date)).toEqual(dates)
    expect(campaign.expiresAt).toEqual(new Date(end))
  })

  it('begins nothing where no event is near, or the day is over', async () => {
    await addOpenDay(1, LNU, '2026-01-25')
    expect(await start()).toEqual({ campaign: null, counts: { events: 0 } })
    await addOpenDay(2, LNU, '2026-01-24')
    expect(await start(SLOT, END_OF_DAY)).toEqual({ campaign: null, counts: { dayOver: 1 } })
    expect((await start(SLOT, new Date(END_OF_DAY.getTime() - 1))).campaign).not.toBeNull()
  })

  it('begins nothing when the transaction of its caller fails', async () => {
    await addOpenDay(1, LNU, '2026-01-24')
    const begun: StartedReminders[] = []
    const broken = scene.database.transaction(async (repositories) => {
      begun.push(await startReminders(repositories, { slot: SLOT, timeZone: KYIV, now: SLOT }))
      throw new Error('crash')
    })
    await expect(broken).rejects.toThrow('crash')
    const [{ campaign } = { campaign: null }] = begun
    expect(campaign).not.toBeNull()
    expect(await scene.database.repositories.campaigns.find(campaign?.id ?? '')).toBeNull()
  })
})

/** Plans and sends what was begun, as a worker does; `before` happens between the two. */
async function carryOut(
  { campaign }: StartedReminders,
  before: () => Promise<unknown> = () => Promise.resolve(),
  sentAt = SLOT,
): Promise<FakeTelegram> {
  if (campaign === null) throw new Error('Nothing was begun')
  const clock = fixedClock(SLOT)
  const telegram = createFakeTelegram()
  const { call } = telegram
  const queue = createMemoryQueue(() => clock.now().getTime())
  const handlers = createCampaignHandlers({
    ...{ ...QUIET, database: scene.database, producer: queue, clock, maxConcurrency: 5 },
    ...{ bulkApi: { call }, replyApi: { call } },
  })
  const { signal } = new AbortController()
  const plan = handlers.find(({ name }) => name === campaignPlan.name)
  await plan?.run({ campaignId: campaign.id }, { signal })
  await before()
  clock.set(sentAt)
  await createSweeper({ ...QUIET, database: scene.database, producer: queue, clock })({ signal })
  await queue.run(handlers, signal)
  return telegram
}

describe('reminders', () => {
  it('come as one silent message each, of all that concerns a student', async () => {
    await addOpenDay(1, LNU, '2026-01-24')
    await addOpenDay(2, LP, '2026-01-24')
    await addOpenDay(3, LP, '2026-01-26')
    await addOpenDay(4, LNU, '2026-01-25')
    const [both, tracks, other, muted, blocked, english] = await scene.students(6)
    await attend(both!, 1)
    await attend(both!, 2)
    await track(both!, 1)
    await track(both!, 2)
    await track(tracks!, 2)
    await attend(other!, 4)
    for (const chat of [muted!, blocked!, english!]) await attend(chat, 1)
    await scene.sql(
      'UPDATE {schema}.telegram_users SET telegram_notifications_enabled = false WHERE telegram_chat_id = $1',
      [muted],
    )
    await scene.sql(
      `UPDATE {schema}.telegram_users SET unreachable_at = now(), unreachable_reason = 'blocked' WHERE telegram_chat_id = $1`,
      [blocked],
    )
    await scene.sql(`UPDATE {schema}.telegram_users SET language = 'en' WHERE telegram_chat_id = $1`, [
      english,
    ])

    const started = await start()
    const telegram = await carryOut(started)
    const texts = new Map(telegram.calls.map(({ chatId, payload }) => [chatId, String(payload['text'])]))
    expect(telegram.calls).toHaveLength(3)
    expect(telegram.calls.every(({ payload }) => payload['disable_notification'] === true)).toBe(true)
    expect([...texts.keys()].sort()).toEqual([both, tracks, english].map(Number).sort())
    expect(texts.get(Number(both))?.match(/увесь університет/g)).toHaveLength(3)
    expect(texts.get(Number(both))).toMatch(/йдеш на події ЛНУ та ЛП та стежиш за пропозиціями ЛП\./)
    expect(texts.get(Number(tracks))?.match(/увесь університет/g)).toHaveLength(2)
    expect(texts.get(Number(tracks))).not.toContain('ЛНУ')
    expect(texts.get(Number(english))).toContain('You get this because you are going to an event of')
    expect(await scene.states({ id: started.campaign?.id ?? '' })).toEqual(['sent', 'sent', 'sent'])
    expect((await scene.found({ id: started.campaign?.id ?? '' })).state).toBe('finished')
  })

  it('reach nobody who opted out or left after the planning', async () => {
    await addOpenDay(1, LNU, '2026-01-24')
    const [stays, mutes, blocks, leaves, chooses] = await scene.students(5)
    for (const chat of [stays!, mutes!, blocks!, leaves!, chooses!]) await attend(chat, 1)
    const started = await start()
    const { students } = scene.database.repositories
    const telegram = await carryOut(started, async () => {
      await students.setNotifications(mutes!, false)
      await students.markUnreachable(blocks!, 'blocked', SLOT)
      await scene.sql('DELETE FROM {schema}.telegram_users WHERE telegram_chat_id = $1', [leaves])
      await scene.sql(
        'INSERT INTO {schema}.notification_settings (telegram_chat_id, open_days) VALUES ($1, false)',
        [chooses],
      )
    })
    expect([...telegram.received().keys()]).toEqual([Number(stays)])
    expect(await scene.states({ id: started.campaign?.id ?? '' })).toEqual([
      ...['sent', 'skipped', 'blocked', 'skipped', 'skipped'],
    ])
  })

  it('are not sent once their day is over, not even by a millisecond', async () => {
    await addOpenDay(1, LNU, '2026-01-24')
    const [late] = await scene.students(1)
    await attend(late!, 1)
    const started = await start()
    const telegram = await carryOut(started, undefined, END_OF_DAY)
    expect(telegram.calls).toEqual([])
    expect(await scene.states({ id: started.campaign?.id ?? '' })).toEqual(['skipped'])

    const again = await start()
    const inTime = await carryOut(again, undefined, new Date(END_OF_DAY.getTime() - 1))
    expect([...inTime.received().keys()]).toEqual([Number(late)])
  })
})
