import type { Tx } from './client.ts'

/** What was shown of an offer: its rank (both null: there was none), the word for the chance, the score. */
export interface OfferLook {
  offerId: number
  year: number
  rankBest: number | null
  rankWorst: number | null
  /** 'none': no state-funded places; null: no chance was told. */
  tier: 'high' | 'medium' | 'low' | 'very-low' | 'none' | null
  /** In thousandths. */
  score: number | null
  /** The moment of the numbers that were shown. */
  dataAt: Date
  seenAt: Date
}

/** What students saw of the offers they follow, by calendar days in Kyiv, 'YYYY-MM-DD' (`offer_looks`). */
export interface OfferLooksRepository {
  /**
   * The last look at each offer before that day: what a look of that day is compared with, however often it is
   * repeated. Looks from before the offer was followed (anew) do not count.
   */
  before(chatId: bigint, day: string): Promise<OfferLook[]>
  /** Keeps the looks as the last ones of that day, and of the days before it only what `before` needs. */
  record(chatId: bigint, day: string, looks: readonly OfferLook[]): Promise<void>
}

export function createOfferLooksRepository(tx: Tx): OfferLooksRepository {
  return {
    before: (chatId, day) => tx.$queryRaw<OfferLook[]>`
      SELECT DISTINCT ON (look.year, look.offer_id)
             look.offer_id AS "offerId", look.year, look.rank_best AS "rankBest", look.rank_worst AS "rankWorst",
             look.tier, (look.score * 1000)::integer AS score, look.data_at AS "dataAt", look.seen_at AS "seenAt"
        FROM offer_looks look JOIN telegram_user_monitoring_offers followed USING (telegram_chat_id, year, offer_id)
       WHERE look.telegram_chat_id = ${chatId} AND look.seen_on < ${day}::date AND look.seen_at >= followed.created_at
       ORDER BY look.year, look.offer_id, look.seen_on DESC`,
    record: async (chatId, day, looks) => {
      if (looks.length === 0) return
      await upsert(tx, chatId, day, looks)
      await prune(tx, chatId, day)
    },
  }
}

async function upsert(tx: Tx, chatId: bigint, day: string, looks: readonly OfferLook[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO offer_looks (telegram_chat_id, year, offer_id, seen_on, rank_best, rank_worst, tier, score, data_at, seen_at)
    SELECT ${chatId}, look.year, look."offerId", ${day}::date, look."rankBest", look."rankWorst", look.tier,
           look.score / 1000, look."dataAt", look."seenAt"
      FROM jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) AS look (
             "offerId" integer, year smallint, "rankBest" integer, "rankWorst" integer, tier text, score numeric,
             "dataAt" timestamptz, "seenAt" timestamptz)
    ON CONFLICT (telegram_chat_id, year, offer_id, seen_on) DO UPDATE SET
      rank_best = EXCLUDED.rank_best,
      rank_worst = EXCLUDED.rank_worst,
      tier = EXCLUDED.tier,
      score = EXCLUDED.score,
      data_at = EXCLUDED.data_at,
      seen_at = EXCLUDED.seen_at`
}

/** Two looks at most remain of an offer (the one before that day, the one of that day), none of offers given up. */
async function prune(tx: Tx, chatId: bigint, day: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM offer_looks old
     WHERE old.telegram_chat_id = ${chatId}
       AND (EXISTS (
              SELECT FROM offer_looks newer
               WHERE newer.telegram_chat_id = old.telegram_chat_id AND newer.year = old.year
                 AND newer.offer_id = old.offer_id AND newer.seen_on > old.seen_on AND newer.seen_on < ${day}::date)
            OR NOT EXISTS (
              SELECT FROM telegram_user_monitoring_offers followed
               WHERE followed.telegram_chat_id = old.telegram_chat_id AND followed.year = old.year
                 AND followed.offer_id = old.offer_id))`
}
