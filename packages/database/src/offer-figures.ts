import type { Tx } from './client.ts'
import type { OfferHistory } from './offer-details.ts'

/** Published figures of an offer's campaign; scores in thousandths; null where nobody published the number. */
export interface OfferFigures {
  applied: number | null
  admitted: number | null
  budgetApplied: number | null
  /** Scores of all admitted applications. */
  minScore: number | null
  avgScore: number | null
  maxScore: number | null
  recommended: number | null
  enrolledBudget: number | null
  enrolledContract: number | null
  /** Former years of the same programme, newest first. */
  history: OfferHistory[]
}

/** Reads the figures of an offer; null when there is no such offer. */
export async function findOfferFigures(tx: Tx, offerId: number, year: number): Promise<OfferFigures | null> {
  const [figures] = await tx.$queryRaw<OfferFigures[]>`
    SELECT o.applied, o.admitted, o.budget_applied AS "budgetApplied",
           (o.min_score * 1000)::integer AS "minScore", (o.avg_score * 1000)::integer AS "avgScore",
           (o.max_score * 1000)::integer AS "maxScore", o.recommended,
           o.enrolled_budget AS "enrolledBudget", o.enrolled_contract AS "enrolledContract",
           coalesce(past.years, '[]') AS history
      FROM offers o
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object(
                 'year', h.history_year,
                 'minEnrolledBudget', (h.min_enrolled_budget * 1000)::integer,
                 'minEnrolledContract', (h.min_enrolled_contract * 1000)::integer,
                 'generated', h.generated
               ) ORDER BY h.history_year DESC) AS years
          FROM offer_history h WHERE h.year = o.year AND h.offer_id = o.offer_id
      ) past ON true
     WHERE o.year = ${year}::smallint AND o.offer_id = ${offerId}::integer`
  return figures ?? null
}
