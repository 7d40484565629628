import type { Catalogue } from './catalogue-files.ts'

/** Rows as the tables name their columns. */
export type Row = Readonly<Record<string, unknown>>

/** Rows of one table and the columns that make one unique. */
export interface TableRows {
  table: string
  key: readonly string[]
  rows: Row[]
}

/** Points of the general minimum of the state-funded competition. */
const GENERAL_MINIMUM = 130

/** Everything but the offers, in an order in which nothing refers to what comes later. */
export function referenceTables(catalogue: Catalogue): TableRows[] {
  return [
    { table: 'regions', key: ['id'], rows: catalogue.regions.map(region) },
    { table: 'subjects', key: ['code'], rows: catalogue.subjects.map(subject) },
    { table: 'application_statuses', key: ['edbo_id'], rows: catalogue.statuses.map(status) },
    { table: 'speciality_fields', key: ['letter'], rows: catalogue.fields.map(field) },
    { table: 'specialities', key: ['code'], rows: specialities(catalogue) },
    {
      table: 'speciality_rules',
      key: ['speciality_code', 'year'],
      rows: catalogue.specialities.flatMap(rules),
    },
    {
      table: 'specialty_coefficients',
      key: ['year', 'code', 'specialisation', 'subject_code'],
      rows: catalogue.coefficients.flatMap(coefficients),
    },
    { table: 'universities', key: ['id'], rows: universities(catalogue) },
    { table: 'faculties', key: ['university_id', 'name_uk'], rows: faculties(catalogue) },
  ]
}

function region({ edboCode, osvitaId, nameUk, nameEn, rk2025 }: Catalogue['regions'][number]): Row {
  return {
    id: Number(edboCode),
    edbo_code: edboCode,
    osvita_id: osvitaId,
    name_uk: nameUk,
    name_en: nameEn,
    rk: rk2025,
  }
}

function subject(
  { code, nameUk, nameEn, elective, maxTestPoints }: Catalogue['subjects'][number],
  index: number,
): Row {
  return {
    code,
    name_uk: nameUk,
    name_en: nameEn,
    elective,
    position: index + 1,
    max_test_points: maxTestPoints,
  }
}

function status({ edboId, code, nameUk, nameEn, active }: Catalogue['statuses'][number]): Row {
  return { edbo_id: edboId, code, name_uk: nameUk, name_en: nameEn, active }
}

function field({ letter, nameUk, nameEn }: Catalogue['fields'][number]): Row {
  return { letter, name_uk: nameUk, name_en: nameEn }
}

function specialities({ specialities, specialityNamesEn }: Catalogue): Row[] {
  return specialities.map(({ code, nameUk, oldCodes }) => ({
    code,
    name_uk: nameUk,
    name_en: specialityNamesEn[code] ?? null,
    old_codes: oldCodes,
  }))
}

/** A minimum of its own holds for both kinds of places; the general one for state-funded places only. */
function rules({ code, rules: byYear }: Catalogue['specialities'][number]): Row[] {
  return Object.entries(byYear).map(([year, { specialSupport, minScore }]) => ({
    speciality_code: code,
    year: Number(year),
    special_support: specialSupport,
    min_score_budget: minScore ?? GENERAL_MINIMUM,
    min_score_contract: minScore,
  }))
}

function coefficients({ k, speciality, ...rest }: Catalogue['coefficients'][number]): Row[] {
  return Object.entries(k).map(([subjectCode, weight]) => ({
    ...rest,
    speciality_code: speciality,
    subject_code: subjectCode,
    k: weight,
  }))
}

function universities(catalogue: Catalogue): Row[] {
  const regionIds = new Map(catalogue.regions.map(({ osvitaId, edboCode }) => [osvitaId, Number(edboCode)]))
  return catalogue.universities.map((one) => ({
    id: one.id,
    edbo_id: one.edboId,
    name_uk: one.nameUk,
    name_en: one.nameEn,
    short_uk: one.shortUk,
    short_en: one.shortEn,
    region_id: regionIds.get(one.osvitaRegionId) ?? null, // null is refused: the region is not listed
  }))
}

function faculties({ offers, offerNamesEn }: Catalogue): Row[] {
  const seen = new Map<string, Row>()
  for (const { universityId, faculty } of offers) {
    if (faculty === null) continue
    const row = {
      university_id: universityId,
      name_uk: faculty,
      name_en: offerNamesEn.faculties[faculty] ?? null,
    }
    seen.set(`${universityId}/${faculty}`, row)
  }
  return [...seen.values()]
}
