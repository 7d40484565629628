import type { Tx } from './client.ts'

/** One application to an offer. */
export interface Applicant {
  /** Competitive score in thousandths. */
  score: number
  /** 1 is the most wanted. */
  priority: number
  /** EDBO id of the application's status. */
  status: number
  quota: 'Q1' | 'Q2' | null
  /** An interview instead of the НМТ. */
  interview: boolean
  funding: 'budget' | 'contract'
  /** The same for all applications of one person within a year; never a name. */
  applicantKey: string
}

/** Applications (`offer_applicants`). */
export interface ApplicantsRepository {
  /** Best score first. */
  ofOffer(offerId: number, year: number): Promise<Applicant[]>
  /** The lists of several offers, in the order of the keys; best score first. */
  ofOffers(keys: readonly { offerId: number; year: number }[]): Promise<Applicant[][]>
}

export function createApplicantsRepository(tx: Tx): ApplicantsRepository {
  return {
    ofOffer: (offerId, year) => tx.$queryRaw<Applicant[]>`
      SELECT (score * 1000)::integer AS score, priority, status_id AS status, quota, interview, funding,
             applicant_key AS "applicantKey"
        FROM offer_applicants
       WHERE year = ${year}::smallint AND offer_id = ${offerId}::integer
       ORDER BY offer_applicants.score DESC, applicant_key`,
    ofOffers: (keys) => ofOffers(tx, keys),
  }
}

async function ofOffers(tx: Tx, keys: readonly { offerId: number; year: number }[]): Promise<Applicant[][]> {
  const lists = keys.map((): Applicant[] => [])
  if (keys.length === 0) return lists
  const ids = keys.map(({ offerId }) => offerId)
  const years = keys.map(({ year }) => year)
  const rows = await tx.$queryRaw<(Applicant & { list: number })[]>`
    SELECT wanted.list::integer AS list, (score * 1000)::integer AS score, priority, status_id AS status, quota,
           interview, funding, applicant_key AS "applicantKey"
      FROM unnest(${ids}::integer[], ${years}::smallint[]) WITH ORDINALITY AS wanted (offer_id, year, list)
      JOIN offer_applicants applicant ON applicant.year = wanted.year AND applicant.offer_id = wanted.offer_id
     ORDER BY wanted.list, applicant.score DESC, applicant_key`
  for (const { list, ...applicant } of rows) lists[list - 1]?.push(applicant)
  return lists
}
