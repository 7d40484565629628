import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import type { OfferDetails } from './offer-details.ts'

/**
 * Lowest score (thousandths) of the state-funded competition where we hold no rule of the speciality:
 * 130 in every year since 2023.
 */
const GENERAL_MINIMUM = 130_000

/** The columns are the fields of `OfferDetails`; scores in thousandths, weights as text. */
const COLUMNS = Prisma.sql`
  o.offer_id AS "offerId", o.year, o.degree, o.base, o.form, o.kind, o.term, o.price,
  json_build_object('uk', o.programme_uk, 'en', o.programme_en) AS programme,
  json_build_object(
    'id', u.id, 'edboId', u.edbo_id,
    'name', json_build_object('uk', u.name_uk, 'en', u.name_en),
    'short', json_build_object('uk', u.short_uk, 'en', u.short_en)
  ) AS university,
  CASE WHEN f.id IS NOT NULL THEN json_build_object('uk', f.name_uk, 'en', f.name_en) END AS faculty,
  json_build_object(
    'code', s.code, 'specialisation', o.specialisation,
    'name', json_build_object('uk', s.name_uk, 'en', s.name_en),
    'field', json_build_object(
      'letter', left(s.code, 1),
      'name', json_build_object('uk', coalesce(field.name_uk, left(s.code, 1)), 'en', field.name_en)
    )
  ) AS speciality,
  json_build_object(
    'id', r.id, 'osvitaId', r.osvita_id, 'name', json_build_object('uk', r.name_uk, 'en', r.name_en)
  ) AS region,
  coalesce(own.weights, general.weights, '{}') AS weights,
  CASE WHEN own.weights IS NOT NULL THEN 'offer' WHEN general.weights IS NOT NULL THEN 'speciality' ELSE 'none' END
    AS "weightsSource",
  CASE WHEN own.weights IS NOT NULL THEN own.k4max ELSE general.k4max END AS k4max,
  CASE WHEN o.creative_k IS NOT NULL THEN json_build_object('k', o.creative_k::text) END AS creative,
  o.rk::text AS rk,
  coalesce(rule.special_support, false) AS "specialSupport",
  json_build_object(
    'budget', coalesce((rule.min_score_budget * 1000)::integer, ${GENERAL_MINIMUM}::integer),
    'contract', (rule.min_score_contract * 1000)::integer
  ) AS "minScore",
  json_build_object(
    'licenceVolume', o.licence_volume, 'maxBudget', o.max_budget, 'fixedBudget', o.fixed_budget,
    'minBudget', o.min_budget, 'contractVolume', o.contract_volume,
    'quota1', o.quota1_places, 'quota2', o.quota2_places
  ) AS places,
  json_build_object(
    'applied', o.applied, 'budgetApplied', o.budget_applied,
    'avgBudgetScore', (o.avg_budget_score * 1000)::integer,
    'avgContractScore', (o.avg_contract_score * 1000)::integer
  ) AS statistics,
  past.entry AS "lastYear",
  o.data_at AS "dataAt",
  json_build_object(
    'places', o.places_generated, 'applicants', o.applicants_generated, 'history', coalesce(past.generated, false)
  ) AS generated,
  o.official_url AS "officialUrl"`

/** The offer's own weights win over its speciality's as a table, never subject by subject. */
const WEIGHTS = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT json_object_agg(c.subject_code, json_build_object('k', c.k::text, 'minGrade', c.min_grade)) AS weights,
           (max(c.k) FILTER (WHERE subject.elective))::text AS k4max
      FROM offer_coefficients c JOIN subjects subject ON subject.code = c.subject_code
     WHERE c.year = o.year AND c.offer_id = o.offer_id
  ) own ON true
  LEFT JOIN LATERAL (
    SELECT code, specialisation FROM specialty_coefficients
     WHERE year = o.year AND speciality_code = o.speciality_code
       AND specialisation IN ('', coalesce(o.specialisation, ''))
     ORDER BY specialisation DESC, code LIMIT 1
  ) chosen ON true
  LEFT JOIN LATERAL (
    SELECT json_object_agg(c.subject_code, json_build_object('k', c.k::text, 'minGrade', NULL)) AS weights,
           (max(c.k) FILTER (WHERE subject.elective))::text AS k4max
      FROM specialty_coefficients c JOIN subjects subject ON subject.code = c.subject_code
     WHERE c.year = o.year AND c.code = chosen.code AND c.specialisation = chosen.specialisation
  ) general ON true`

/** The newest former year. */
const HISTORY = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT h.generated, json_build_object(
             'year', h.history_year,
             'minEnrolledBudget', (h.min_enrolled_budget * 1000)::integer,
             'minEnrolledContract', (h.min_enrolled_contract * 1000)::integer,
             'generated', h.generated
           ) AS entry
      FROM offer_history h
     WHERE h.year = o.year AND h.offer_id = o.offer_id ORDER BY h.history_year DESC LIMIT 1
  ) past ON true`

const SOURCES = Prisma.sql`
  offers o
  JOIN universities u ON u.id = o.university_id
  JOIN regions r ON r.id = u.region_id
  JOIN specialities s ON s.code = o.speciality_code
  LEFT JOIN speciality_fields field ON field.letter = left(s.code, 1)
  LEFT JOIN faculties f ON f.id = o.faculty_id
  LEFT JOIN LATERAL (
    SELECT special_support, min_score_budget, min_score_contract FROM speciality_rules
     WHERE speciality_code = o.speciality_code ORDER BY abs(speciality_rules.year - o.year), year DESC LIMIT 1
  ) rule ON true
  ${WEIGHTS}
  ${HISTORY}`

/** Reads an offer with all that describes it in one statement. */
export async function findOffer(tx: Tx, offerId: number, year: number | null): Promise<OfferDetails | null> {
  const [offer] = await tx.$queryRaw<OfferDetails[]>`
    SELECT ${COLUMNS}
    FROM ${SOURCES}
    WHERE o.offer_id = ${offerId}::integer AND (${year}::smallint IS NULL OR o.year = ${year}::smallint)
    ORDER BY o.year DESC LIMIT 1`
  return offer ?? null
}

/** Reads several offers in one statement, in no order; those that do not exist are left out. */
export async function findOffers(
  tx: Tx,
  keys: readonly { offerId: number; year: number }[],
): Promise<OfferDetails[]> {
  if (keys.length === 0) return []
  const ids = keys.map(({ offerId }) => offerId)
  const years = keys.map(({ year }) => year)
  return tx.$queryRaw<OfferDetails[]>`
    SELECT ${COLUMNS}
    FROM unnest(${ids}::integer[], ${years}::smallint[]) AS wanted (offer_id, year)
    JOIN (${SOURCES}) ON o.offer_id = wanted.offer_id AND o.year = wanted.year`
}
