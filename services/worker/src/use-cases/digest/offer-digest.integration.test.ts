import { syncCatalogue } from '@abitly/database'
import type { Campaign } from '@abitly/database'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSweeper } from '../../campaigns/sweep-campaigns.ts'
import { createFakeTelegram } from '../../campaigns/testing/fake-telegram.ts'
import type { FakeTelegram } from '../../campaigns/testing/fake-telegram.ts'
import { createMemoryQueue } from '../../campaigns/testing/memory-queue.ts'
import { QUIET, useScene } from '../../campaigns/testing/use-scene.ts'
import { createCampaignHandlers } from '../../jobs/create-campaign-handlers.ts'
import { offerDigest } from '../../routines/offer-digest.ts'
import { readFollowed } from '../my-offers/followed-offer.ts'
import type { Visit } from '../visit.ts'
import { followOffer } from './tell-offers.ts'

let connection: { url: string; schema: string } | undefined
const scene = useScene({
  createTestDatabase: async () => {
    const test = await createTestDatabase()
    connection = test
    return test
  },
  queryOnce,
})
/** Informatics in Lviv and software engineering in Kyiv. */
const LVIV = { offerId: 1481286, year: 2025 }
const KYIV = { offerId: 1471393, year: 2025 }
/** 08:00 of 25 July in Kyiv. */
const SLOT = new Date('2026-07-25T05:00:00Z')
const GRADES = { ukr: 180, math: 190, hist: 170, phys: 185 }

beforeAll(async () => {
  await syncCatalogue({ ...connection!, ssl: false, now: SLOT })
})
beforeEach(async () => {
  await scene.sql('TRUNCATE {schema}.campaigns, {schema}.schedule_runs, {schema}.offer_changes CASCADE')
  await scene.sql('TRUNCATE {schema}.telegram_users CASCADE')
})

/** Follows offers as the bot does. */
async function follow(chatId: bigint, ...offers: (typeof LVIV)[]): Promise<void> {
  const { repositories: repos } = scene.database
  const visit = { repos, student: { chatId }, now: after(-24 * HOUR) } as unknown as Visit
  for (const offer of offers) await followOffer(visit, offer)
}

async function graded(count: number): Promise<bigint[]> {
  const chats = await scene.students(count)
  for (const chat of chats) await scene.database.repositories.grades.saveOwn(chat, 2025, GRADES, SLOT)
  return chats
}

let lastKey = 0
/** What an import of applications does: so many more of that score. */
async function apply({ offerId, year }: typeof LVIV, count: number, score: number): Promise<void> {
  lastKey += 1
  await scene.sql(
    `INSERT INTO {schema}.offer_applicants (year, offer_id, applicant_key, funding, score, priority, status_id)
     SELECT $1, $2, 'new-' || $3 || '-' || n, 'budget', $4, 1, 5 FROM generate_series(1, $5::integer) n`,
    [year, offerId, lastKey, score, count],
  )
  await touch({ offerId, year })
}

async function touch({ offerId, year }: typeof LVIV): Promise<void> {
  await scene.sql(
    `INSERT INTO {schema}.offer_changes (year, offer_id, changed_at, import_id)
     VALUES ($1, $2, now(), gen_random_uuid())
     ON CONFLICT (year, offer_id) DO UPDATE SET revision = EXCLUDED.revision`,
    [year, offerId],
  )
}

/** A worker at one moment. */
function worker(at: Date) {
  const clock = fixedClock(at)
  const telegram = createFakeTelegram()
  const { call } = telegram
  const producer = createMemoryQueue(() => clock.now().getTime())
  const deps = { ...QUIET, database: scene.database, producer, clock }
  const apis = { maxConcurrency: 5, bulkApi: { call }, replyApi: { call } }
  const handlers = createCampaignHandlers({ ...deps, ...apis })
  const { signal } = new AbortController()
  return { telegram, deps, signal, work: () => producer.run(handlers, signal) }
}

/** Runs a slot of the timetable and all that follows from it at once. */
async function run(slot = SLOT): Promise<FakeTelegram> {
  const { telegram, deps, signal, work } = worker(slot)
  const { schedule } = scene.database.repositories
  await schedule.request({ task: 'offer-digest', slot }, false, slot)
  await schedule.begin('offer-digest', slot)
  await offerDigest({ ...deps, timeZone: 'Europe/Kyiv' })({ slot, signal })
  await work()
  return telegram
}

/** What is sent when the sweep finds campaigns that go on. */
async function sweepAt(at: Date): Promise<FakeTelegram> {
  const { telegram, deps, signal, work } = worker(at)
  await createSweeper(deps)({ signal })
  await work()
  return telegram
}

const after = (ms: number): Date => new Date(SLOT.getTime() + ms)
const HOUR = 3_600_000
const campaigns = (): Promise<Campaign[]> =>
  scene.database.repositories.campaigns.list({ limit: 10, before: null })
const texts = ({ calls }: FakeTelegram): Map<number, string> =>
  new Map(calls.map(({ chatId, payload }) => [chatId, String(payload['text']).replaceAll('\u00A0', ' ')]))

describe('the digest', () => {
  it('tells each follower once of what has changed for them, and nobody else', async () => {
    const [follower, both, stranger, muted, off] = await graded(5)
    await follow(follower!, LVIV)
    await follow(both!, LVIV, KYIV)
    await follow(stranger!, KYIV)
    for (const chat of [muted!, off!]) await follow(chat, LVIV)
    await scene.sql(
      'INSERT INTO {schema}.notification_settings (telegram_chat_id, offer_changes) VALUES ($1, false)',
      [muted],
    )
    await scene.sql(
      'UPDATE {schema}.telegram_users SET telegram_notifications_enabled = false WHERE telegram_chat_id = $1',
      [off],
    )
    await apply(LVIV, 4, 190)
    const telegram = await run()
    expect([...texts(telegram).keys()].sort()).toEqual([follower, both].map(Number).sort())
    expect(telegram.calls).toHaveLength(2)
    for (const text of texts(telegram).values()) {
      expect(text).toMatch(/^📈 <b>Зміни у твоїх пропозиціях<\/b> · за добу\n\n<b>ЛНУ, Інформатика:<\/b> /)
      expect(text).not.toContain('КПІ')
    }
    expect(telegram.calls.every(({ payload }) => payload['disable_notification'] !== true)).toBe(true)
    const again = await run(after(24 * HOUR))
    expect(again.calls).toEqual([])
  })

  it('is not begun twice for one slot, nor where nothing has changed', async () => {
    const [follower] = await graded(1)
    await follow(follower!, LVIV)
    expect((await run()).calls).toEqual([])
    expect(await campaigns()).toHaveLength(0)
    await apply(LVIV, 2, 190)
    const next = after(24 * HOUR)
    expect((await run(next)).calls).toHaveLength(1)
    expect((await run(next)).calls).toEqual([])
    expect(await campaigns()).toHaveLength(1)
  })

  it('says nothing of an import that changed nothing for its reader', async () => {
    const [follower] = await graded(1)
    await follow(follower!, LVIV)
    await apply(LVIV, 3, 110)
    expect((await run()).calls).toEqual([])
    expect(await scene.database.repositories.offerTold.isAnybodyOutdated()).toBe(false)
  })

  it('tells who has no grades of the offer itself', async () => {
    const [follower] = await scene.students(1)
    await follow(follower!, LVIV)
    await apply(LVIV, 3, 110)
    expect(texts(await run()).get(Number(follower))).toMatch(/Інформатика:<\/b> заяв \d+ → <b>\d+<\/b>/)
  })

  it('tells of a cut-off that is published', async () => {
    const [follower] = await graded(1)
    await follow(follower!, LVIV)
    await scene.sql('UPDATE {schema}.offers SET min_enrolled_budget = 171.204 WHERE offer_id = $1', [
      LVIV.offerId,
    ])
    await touch(LVIV)
    expect(texts(await run()).get(Number(follower))).toContain('на бюджет — від <b>171,204</b>')
  })

  it('waits for the end of the quiet hours of its reader', async () => {
    const [late, early] = await graded(2)
    for (const chat of [late!, early!]) await follow(chat, LVIV)
    await scene.sql(
      'INSERT INTO {schema}.notification_settings (telegram_chat_id, quiet_from, quiet_until) VALUES ($1, 21, 9)',
      [late],
    )
    await apply(LVIV, 4, 190)
    const first = await run()
    expect(first.calls.map(({ chatId }) => chatId)).toEqual([Number(early)])
    expect((await sweepAt(after(HOUR - 1))).calls).toEqual([])
    const second = await sweepAt(after(HOUR))
    expect(second.calls.map(({ chatId }) => chatId)).toEqual([Number(late)])
    expect((await campaigns())[0]?.state).toBe('finished')
  })

  it('tells nobody of former changes who has just begun to follow, or has never been told', async () => {
    const [fresh, unknown] = await graded(2)
    await apply(LVIV, 4, 190)
    await follow(fresh!, LVIV)
    await scene.sql(
      `INSERT INTO {schema}.telegram_user_monitoring_offers (telegram_chat_id, year, offer_id) VALUES ($1, 2025, $2)`,
      [unknown, LVIV.offerId],
    )
    expect((await run()).calls).toEqual([])
    await apply(LVIV, 4, 190)
    const next = await run(after(24 * HOUR))
    expect(texts(next).size).toBe(2)
  })

  it('forgets what was told of an offer that is given up', async () => {
    const [follower] = await graded(1)
    await follow(follower!, LVIV)
    const { tracking } = scene.database.repositories
    await tracking.remove(follower!, LVIV.offerId, LVIV.year)
    await apply(LVIV, 4, 190)
    await follow(follower!, LVIV)
    expect((await run()).calls).toEqual([])
  })

  it('judges many readers page by page, each for themselves', async () => {
    const chats = await graded(30)
    for (const chat of chats) await follow(chat, LVIV, KYIV)
    await apply(KYIV, 4, 195)
    const telegram = await run()
    expect(new Set(telegram.calls.map(({ chatId }) => chatId)).size).toBe(30)
    const repos = scene.database.repositories
    const [judged] = await readFollowed({ repos, student: { chatId: chats[0] } } as unknown as Visit, [KYIV])
    const { verdict } = judged!
    const rank = verdict.kind === 'scored' && verdict.first?.kind === 'ranked' ? verdict.first.rank : null
    expect(rank).not.toBeNull()
    const shown = texts(telegram).get(Number(chats[29]))?.replaceAll('\u2060', '')
    expect(shown).toContain(
      rank?.best === rank?.worst ? `<b>${rank?.best}</b>` : `<b>${rank?.best}–${rank?.worst}</b>`,
    )
  })
})
