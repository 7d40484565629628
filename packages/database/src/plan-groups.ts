import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import type { SubjectWeight } from './offer-details.ts'
import type { PlanWishes } from './plan-wishes.ts'
import type { SubjectCode } from './subject-code.ts'

/**
 * Offers that weigh grades alike, so that a student has one score for all of them: one row however many they are.
 * The arrays are parallel, one entry per offer.
 */
export interface PlanGroup {
  specialityCode: string
  weights: Partial<Record<SubjectCode, SubjectWeight>>
  k4max: string | null
  creative: { k: string } | null
  rk: string
  specialSupport: boolean
  /** Scores in thousandths. */
  minScore: { budget: number; contract: number | null }
  offerIds: number[]
  universityIds: number[]
  /** Lowest score of the wished kind enrolled the year before, in thousandths; -1: unknown. */
  lastYear: number[]
}

/** 130 in every year since 2023, as `find-offer.ts` has it. */
const GENERAL_MINIMUM = 130_000

/** Weights of offers of their own; tables of specialities; the table each kind of offer goes by. */
const TABLES = (year: number): Prisma.Sql => Prisma.sql`
  own AS MATERIALIZED (
    SELECT c.offer_id,
           jsonb_object_agg(c.subject_code, jsonb_build_object('k', c.k::text, 'minGrade', c.min_grade)) AS weights,
           (max(c.k) FILTER (WHERE subject.elective))::text AS k4max
      FROM offer_coefficients c JOIN subjects subject ON subject.code = c.subject_code
     WHERE c.year = ${year}::smallint GROUP BY c.offer_id
  ),
  kinds AS MATERIALIZED (
    SELECT kind.speciality_code, kind.specialisation, chosen.code, chosen.specialisation AS chosen
      FROM (SELECT DISTINCT speciality_code, coalesce(specialisation, '') AS specialisation
              FROM offers WHERE year = ${year}::smallint) kind
      CROSS JOIN LATERAL (
        SELECT code, specialisation FROM specialty_coefficients
         WHERE year = ${year}::smallint AND speciality_code = kind.speciality_code
           AND specialisation IN ('', kind.specialisation)
         ORDER BY specialisation DESC, code LIMIT 1
      ) chosen
  ),
  general AS MATERIALIZED (
    SELECT kinds.speciality_code, kinds.specialisation,
           jsonb_object_agg(c.subject_code, jsonb_build_object('k', c.k::text, 'minGrade', NULL)) AS weights,
           (max(c.k) FILTER (WHERE subject.elective))::text AS k4max
      FROM kinds
      JOIN specialty_coefficients c
        ON c.year = ${year}::smallint AND c.code = kinds.code AND c.specialisation = kinds.chosen
      JOIN subjects subject ON subject.code = c.subject_code
     GROUP BY kinds.speciality_code, kinds.specialisation
  ),
  rule AS MATERIALIZED (
    SELECT DISTINCT ON (speciality_code) speciality_code, special_support, min_score_budget, min_score_contract
      FROM speciality_rules ORDER BY speciality_code, abs(year - ${year}::smallint), year DESC
  ),
  past AS MATERIALIZED (
    SELECT DISTINCT ON (offer_id) offer_id, min_enrolled_budget, min_enrolled_contract
      FROM offer_history WHERE year = ${year}::smallint ORDER BY offer_id, history_year DESC
  )`

const BUDGET = Prisma.sql`
  CASE o.kind WHEN 'nonbudget' THEN 0 WHEN 'fixed' THEN coalesce(o.fixed_budget, o.max_budget)
       ELSE o.max_budget END`
const PLACES = {
  budget: BUDGET,
  contract: Prisma.sql`coalesce(o.contract_volume, greatest(0, o.licence_volume - (${BUDGET})))`,
} as const
const LAST_YEAR = {
  budget: Prisma.sql`past.min_enrolled_budget`,
  contract: Prisma.sql`past.min_enrolled_contract`,
} as const

/** All offers of a year that meet the wishes and have places of the wished kind, in one statement. */
export function findPlanGroups(tx: Tx, year: number, wishes: PlanWishes): Promise<PlanGroup[]> {
  const { specialityCodes, regionIds, funding } = wishes
  return tx.$queryRaw<PlanGroup[]>`
    WITH ${TABLES(year)},
    wanted AS (
      SELECT o.offer_id, o.university_id, o.speciality_code, o.rk, o.creative_k,
             coalesce(own.weights, general.weights, '{}') AS weights,
             CASE WHEN own.weights IS NOT NULL THEN own.k4max ELSE general.k4max END AS k4max,
             ${PLACES[funding]} AS places,
             coalesce((${LAST_YEAR[funding]} * 1000)::integer, -1) AS last_year
        FROM offers o
        JOIN universities u ON u.id = o.university_id
        LEFT JOIN own ON own.offer_id = o.offer_id
        LEFT JOIN general ON general.speciality_code = o.speciality_code
                         AND general.specialisation = coalesce(o.specialisation, '')
        LEFT JOIN past ON past.offer_id = o.offer_id
       WHERE o.year = ${year}::smallint
         AND (cardinality(${specialityCodes}::text[]) = 0 OR o.speciality_code = ANY (${specialityCodes}::text[]))
         AND (cardinality(${regionIds}::integer[]) = 0 OR u.region_id = ANY (${regionIds}::integer[]))
    )
    SELECT w.speciality_code AS "specialityCode", w.weights, w.k4max, w.rk::text AS rk,
           CASE WHEN w.creative_k IS NOT NULL THEN jsonb_build_object('k', w.creative_k::text) END AS creative,
           coalesce(rule.special_support, false) AS "specialSupport",
           jsonb_build_object(
             'budget', coalesce((rule.min_score_budget * 1000)::integer, ${GENERAL_MINIMUM}::integer),
             'contract', (rule.min_score_contract * 1000)::integer
           ) AS "minScore",
           w."offerIds", w."universityIds", w."lastYear"
      FROM (
        SELECT speciality_code, weights, k4max, rk, creative_k,
               array_agg(offer_id ORDER BY offer_id) AS "offerIds",
               array_agg(university_id ORDER BY offer_id) AS "universityIds",
               array_agg(last_year ORDER BY offer_id) AS "lastYear"
          -- Unknown: there are some, but nobody has published how many.
          FROM wanted WHERE places IS DISTINCT FROM 0
         GROUP BY speciality_code, weights, k4max, rk, creative_k
      ) w
      LEFT JOIN rule ON rule.speciality_code = w.speciality_code`
}
