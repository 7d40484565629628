import type { Tx } from './client.ts'
import type { DigestReader, OfferStanding, OfferState } from './offer-told/offer-standing.ts'
import { lockTelling, outdatedReaders } from './offer-told/outdated-readers.ts'

/** What students were last told of the offers they follow (`offer_told`), and what has changed since (`offer_changes`). */
export interface OfferToldRepository {
  /** Read it before the numbers it speaks of: a change in between is then told later, not never. */
  states(keys: readonly { offerId: number; year: number }[]): Promise<OfferState[]>
  /** Keeps what was told; offers that the student does not follow (any more) are left out. */
  record(told: readonly (OfferStanding & { chatId: bigint })[], now: Date): Promise<void>
  /** Whether anybody has to be told. */
  isAnybodyOutdated(): Promise<boolean>
  /** The next reachable readers who want to be told, by chat id. */
  readers(after: bigint | null, limit: number): Promise<DigestReader[]>
  /** Until the end of the transaction nobody else works out whom to tell. */
  lockTelling(): Promise<void>
}

export function createOfferToldRepository(tx: Tx): OfferToldRepository {
  return {
    states: async (keys) => {
      if (keys.length === 0) return []
      return tx.$queryRaw<OfferState[]>`
        SELECT o.offer_id AS "offerId", o.year,
               (coalesce(o.min_enrolled_budget, o.min_recommended) * 1000)::integer AS cutoff,
               coalesce(c.revision, 0)::double precision AS revision
          FROM unnest(${keys.map(({ offerId }) => offerId)}::integer[], ${keys.map(({ year }) => year)}::smallint[])
                 AS wanted (offer_id, year)
          JOIN offers o USING (year, offer_id) LEFT JOIN offer_changes c USING (year, offer_id)`
    },
    record: async (told, now) => {
      if (told.length > 0) await record(tx, told, now)
    },
    isAnybodyOutdated: async () => (await outdatedReaders(tx, null, 1)).length > 0,
    readers: (after, limit) => outdatedReaders(tx, after, limit),
    lockTelling: () => lockTelling(tx),
  }
}

async function record(
  tx: Tx,
  told: readonly (OfferStanding & { chatId: bigint })[],
  now: Date,
): Promise<void> {
  const given = JSON.stringify(told.map(({ chatId, ...rest }) => ({ ...rest, chat: String(chatId) })))
  await tx.$executeRaw`
    INSERT INTO offer_told (
      telegram_chat_id, year, offer_id, revision, score, rank_best, rank_worst, tier, cutoff, applied, told_at)
    SELECT followed.telegram_chat_id, followed.year, followed.offer_id, told.revision, told.score / 1000,
           told."rankBest", told."rankWorst", told.tier, told.cutoff / 1000, told.applied, ${now}::timestamptz
      FROM jsonb_to_recordset(${given}::jsonb) AS told (
             chat bigint, year smallint, "offerId" integer, revision bigint, score numeric, "rankBest" integer,
             "rankWorst" integer, tier text, cutoff numeric, applied integer)
      JOIN telegram_user_monitoring_offers followed
        ON followed.telegram_chat_id = told.chat AND followed.year = told.year AND followed.offer_id = told."offerId"
    ON CONFLICT (telegram_chat_id, year, offer_id) DO UPDATE SET
      revision = EXCLUDED.revision,
      score = EXCLUDED.score,
      rank_best = EXCLUDED.rank_best,
      rank_worst = EXCLUDED.rank_worst,
      tier = EXCLUDED.tier,
      cutoff = EXCLUDED.cutoff,
      applied = EXCLUDED.applied,
      told_at = EXCLUDED.told_at`
}
