import type { Tx } from './client.ts'
import type { OfferDetails } from './offer-details.ts'

/** A tracked offer, as short as a list needs it. */
export interface TrackedOffer {
  offerId: number
  year: number
  programme: { uk: string; en: string | null }
  universityShort: { uk: string; en: string | null }
  specialityCode: string
  form: OfferDetails['form']
  kind: OfferDetails['kind']
  places: Pick<OfferDetails['places'], 'maxBudget' | 'fixedBudget'>
  trackedAt: Date
}

/** Offers a student follows (`telegram_user_monitoring_offers`). */
export interface TrackingRepository {
  /** Oldest first. */
  list(chatId: bigint): Promise<TrackedOffer[]>
  count(chatId: bigint): Promise<number>
  /** The limit is the caller's to check, in the same transaction (updates of a chat never run at once). */
  add(chatId: bigint, offerId: number, year: number, now: Date): Promise<'added' | 'already'>
  /** False when it was not tracked. */
  remove(chatId: bigint, offerId: number, year: number): Promise<boolean>
  has(chatId: bigint, offerId: number, year: number): Promise<boolean>
}

const SUMMARY = {
  programmeUk: true,
  programmeEn: true,
  specialityCode: true,
  form: true,
  kind: true,
  maxBudget: true,
  fixedBudget: true,
  university: { select: { shortUk: true, shortEn: true } },
} as const

export function createTrackingRepository(tx: Tx): TrackingRepository {
  const tracked = tx.telegramUserMonitoringOffer
  return {
    list: async (chatId) => {
      const rows = await tracked.findMany({
        where: { chatId },
        orderBy: [{ createdAt: 'asc' }, { offerId: 'asc' }],
        include: { offer: { select: SUMMARY } },
      })
      return rows.map(({ offerId, year, createdAt, offer }) => ({
        offerId,
        year,
        programme: { uk: offer.programmeUk, en: offer.programmeEn },
        universityShort: { uk: offer.university.shortUk, en: offer.university.shortEn },
        specialityCode: offer.specialityCode,
        form: offer.form as TrackedOffer['form'],
        kind: offer.kind as TrackedOffer['kind'],
        places: { maxBudget: offer.maxBudget, fixedBudget: offer.fixedBudget },
        trackedAt: createdAt,
      }))
    },
    count: (chatId) => tracked.count({ where: { chatId } }),
    add: async (chatId, offerId, year, now) => {
      const data = { chatId, offerId, year, createdAt: now }
      const { count } = await tracked.createMany({ data, skipDuplicates: true })
      return count === 1 ? 'added' : 'already'
    },
    remove: async (chatId, offerId, year) => {
      const { count } = await tracked.deleteMany({ where: { chatId, offerId, year } })
      return count === 1
    },
    has: async (chatId, offerId, year) => (await tracked.count({ where: { chatId, offerId, year } })) === 1,
  }
}
