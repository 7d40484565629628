import type { Catalogue } from './catalogue-files.ts'
import type { CatalogueOffer } from './catalogue-schema.ts'
import type { GeneratedApplication } from './generated-list.ts'
import type { GeneratedOffer } from './generated-offer.ts'
import { generateOffer } from './generated-offer.ts'
import type { Row } from './table-rows.ts'

/** Rows of the offers and of what hangs on them. */
export interface OfferRows {
  offers: Row[]
  coefficients: Row[]
  history: Row[]
  applicants: Row[]
}

/** The listing was published in the autumn of 2025, its day is not recorded. */
const DATA_AT = '2025-11-01T00:00:00Z'

/** @param facultyIds ids by `<university id>/<name>` */
export function offerRows(catalogue: Catalogue, facultyIds: ReadonlyMap<string, number>): OfferRows {
  const rows: OfferRows = { offers: [], coefficients: [], history: [], applicants: [] }
  for (const offer of catalogue.offers) {
    const generated = generateOffer(offer, catalogue.sample)
    const key = { year: offer.year, offer_id: offer.offerId }
    const facultyId = facultyIds.get(`${offer.universityId}/${offer.faculty}`) ?? null
    rows.offers.push({ ...key, ...description(offer, catalogue, facultyId), ...numbers(offer, generated) })
    rows.coefficients.push(...weights(offer, catalogue).map((row) => ({ ...key, ...row })))
    rows.applicants.push(
      ...generated.applications.map((one, index) => ({ ...key, ...applicant(offer, one, index) })),
    )
    if (generated.history !== null) rows.history.push({ ...key, ...former(offer, generated.history) })
  }
  return rows
}

function description(
  offer: CatalogueOffer,
  { offerNamesEn, regions }: Catalogue,
  facultyId: number | null,
): Row {
  return {
    university_id: offer.universityId,
    faculty_id: facultyId,
    speciality_code: offer.specialityCode,
    programme_uk: offer.programme,
    programme_en: offerNamesEn.programmes[offer.programme] ?? null,
    degree: offer.degree,
    base: offer.base,
    form: 'full-time',
    kind: offer.kind,
    term: offer.term,
    rk: regionOf(offer, regions).rk2025,
    // The year's archive: the site without a year shows the running campaign only.
    official_url: `https://vstup${offer.year}.edbo.gov.ua/offer/${offer.offerId}/`,
    data_at: DATA_AT,
  }
}

/** The region of the place where one studies: that of a moved institution differs from its university's. */
function regionOf({ offerId, osvitaRegionId }: CatalogueOffer, regions: Catalogue['regions']) {
  const region = regions.find(({ osvitaId }) => osvitaId === osvitaRegionId)
  if (region === undefined)
    throw new Error(`Offer ${offerId} lies in region ${osvitaRegionId}, which is not listed`)
  return region
}

function numbers(offer: CatalogueOffer, generated: GeneratedOffer): Row {
  const { applications } = generated
  return {
    licence_volume: offer.licenceVolume,
    max_budget: generated.maxBudget,
    contract_volume: generated.contractVolume,
    quota1_places: generated.quota1,
    quota2_places: generated.quota2,
    applied: offer.applications,
    budget_applied: applications.filter((one) => one.funding === 'budget').length,
    avg_budget_score: offer.avgBudgetScore,
    avg_contract_score: offer.avgContractScore,
    places_generated: offer.kind === 'open',
    applicants_generated: applications.length > 0,
  }
}

/** The listing shows the weights of the speciality for every offer; only the minimum in mathematics differs. */
function weights(offer: CatalogueOffer, { coefficients }: Catalogue): Row[] {
  const table = coefficients.find((row) => row.year === offer.year && row.code === offer.specialityCode)
  return Object.entries(table?.k ?? {}).map(([subjectCode, k]) => ({
    subject_code: subjectCode,
    k,
    // 100 is the lowest grade of a passed test: no minimum of the offer's own.
    min_grade: subjectCode === 'math' && (offer.mathMin ?? 100) > 100 ? offer.mathMin : null,
  }))
}

function applicant(
  offer: CatalogueOffer,
  { score, status, ...rest }: GeneratedApplication,
  index: number,
): Row {
  return {
    applicant_key: `generated-${offer.offerId}-${index + 1}`,
    ...rest,
    score: points(score),
    status_id: status,
    generated: true,
  }
}

function former(
  offer: CatalogueOffer,
  { minBudget, minContract }: NonNullable<GeneratedOffer['history']>,
): Row {
  return {
    history_year: offer.year - 1,
    min_enrolled_budget: points(minBudget),
    min_enrolled_contract: points(minContract),
    generated: true,
  }
}

function points(thousandths: number | null): string | null {
  return thousandths === null ? null : (thousandths / 1_000).toFixed(3)
}
