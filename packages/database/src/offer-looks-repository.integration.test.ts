import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import type { OfferLook } from './offer-looks-repository.ts'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const LNU = 1_481_286
const KNU = 1_471_393
const DAY = 24 * 60 * 60 * 1000

const at = (day: number): Date => new Date(NOON.getTime() + day * DAY)
const dateOf = (day: number): string => at(day).toISOString().slice(0, 10)

function look(day: number, changes: Partial<OfferLook> = {}): OfferLook {
  const shown = { rankBest: 63, rankWorst: 66, tier: 'high' as const, score: 183_571 }
  return { offerId: LNU, year: 2025, ...shown, dataAt: at(day), seenAt: at(day), ...changes }
}

async function follower(chatId: bigint): Promise<bigint> {
  const { students, tracking } = db.database.repositories
  await students.touch(sighting(chatId))
  await tracking.add(chatId, LNU, 2025, at(0))
  await tracking.add(chatId, KNU, 2025, at(0))
  return chatId
}

const rows = (chatId: bigint): Promise<{ offer_id: number; seen_on: string }[]> =>
  db.sql(
    `SELECT offer_id, seen_on::text FROM offer_looks WHERE telegram_chat_id = $1 ORDER BY seen_on, offer_id`,
    [chatId],
  )

describe('offerLooks', () => {
  it('compares with the last look of an earlier day, however often the list is opened since', async () => {
    const { offerLooks } = db.database.repositories
    const chatId = await follower(11n)
    expect(await offerLooks.before(chatId, dateOf(0))).toEqual([])
    await offerLooks.record(chatId, dateOf(0), [look(0, { rankBest: 70, rankWorst: 71 })])
    await offerLooks.record(chatId, dateOf(0), [look(0)])
    expect(await offerLooks.before(chatId, dateOf(0))).toEqual([])
    for (let times = 0; times < 2; times += 1) {
      expect(await offerLooks.before(chatId, dateOf(1))).toEqual([look(0)])
      await offerLooks.record(chatId, dateOf(1), [look(1, { rankBest: 60, rankWorst: 60 })])
    }
  })

  it('keeps two looks of an offer at most', async () => {
    const { offerLooks } = db.database.repositories
    const chatId = await follower(12n)
    for (const day of [0, 1, 2, 5]) await offerLooks.record(chatId, dateOf(day), [look(day)])
    expect((await rows(chatId)).map(({ seen_on }) => seen_on)).toEqual([dateOf(2), dateOf(5)])
  })

  it('keeps what it is told, without a rank, too', async () => {
    const { offerLooks } = db.database.repositories
    const chatId = await follower(13n)
    const unknown = look(0, { offerId: KNU, rankBest: null, rankWorst: null, tier: null, score: null })
    await offerLooks.record(chatId, dateOf(0), [look(0), unknown])
    expect(await offerLooks.before(chatId, dateOf(1))).toEqual([unknown, look(0)])
  })

  it('begins anew when an offer is given up and followed again', async () => {
    const { offerLooks, tracking } = db.database.repositories
    const chatId = await follower(14n)
    await offerLooks.record(chatId, dateOf(0), [look(0), look(0, { offerId: KNU })])
    await tracking.remove(chatId, LNU, 2025)
    await tracking.add(chatId, LNU, 2025, at(1))
    expect(await offerLooks.before(chatId, dateOf(1))).toEqual([look(0, { offerId: KNU })])
    await tracking.remove(chatId, LNU, 2025)
    await offerLooks.record(chatId, dateOf(1), [look(1, { offerId: KNU })])
    expect((await rows(chatId)).map(({ offer_id }) => offer_id)).toEqual([KNU, KNU])
  })

  it('is gone with the student, and is a matter of one chat', async () => {
    const { offerLooks } = db.database.repositories
    const [chatId, other] = [await follower(15n), await follower(16n)]
    await offerLooks.record(chatId, dateOf(0), [look(0)])
    expect(await offerLooks.before(other, dateOf(1))).toEqual([])
    await db.sql('DELETE FROM telegram_users WHERE telegram_chat_id = $1', [chatId])
    expect(await rows(chatId)).toEqual([])
  })
})
