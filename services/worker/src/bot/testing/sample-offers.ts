import type { Applicant, OfferDetails } from '@abitly/database'

/** A day in the middle of the campaign of 2025, 10:00 in Kyiv. */
export const MID_CAMPAIGN = new Date('2025-07-24T07:00:00Z')

/** Informatics at Lviv university, 2025: real ids, names and weights; invented places and history. */
export const INFORMATICS: OfferDetails = {
  offerId: 1481286,
  year: 2025,
  programme: { uk: 'Інформатика', en: 'Informatics' },
  university: {
    id: 1,
    edboId: 282,
    name: { uk: 'Львівський національний університет імені Івана Франка', en: null },
    short: { uk: 'ЛНУ', en: 'LNU' },
  },
  faculty: null,
  speciality: {
    code: 'F3',
    name: { uk: 'Комп’ютерні науки', en: 'Computer science' },
    field: { letter: 'F', name: { uk: 'Інформаційні технології', en: 'Information technologies' } },
    specialisation: null,
  },
  region: { id: 1, osvitaId: 14, name: { uk: 'Львівська область', en: 'Lviv' } },
  degree: 'bachelor',
  base: 'ПЗСО',
  form: 'full-time',
  kind: 'open',
  term: null,
  price: null,
  weights: {
    ukr: { k: '0.30', minGrade: null },
    math: { k: '0.50', minGrade: 140 },
    hist: { k: '0.20', minGrade: null },
    foreign: { k: '0.30', minGrade: null },
    bio: { k: '0.20', minGrade: null },
    phys: { k: '0.40', minGrade: null },
    chem: { k: '0.30', minGrade: null },
    lit: { k: '0.20', minGrade: null },
    geo: { k: '0.20', minGrade: null },
  },
  weightsSource: 'speciality',
  k4max: '0.40',
  creative: null,
  rk: '1.00',
  specialSupport: false,
  minScore: { budget: 130_000, contract: null },
  places: {
    licenceVolume: 210,
    maxBudget: 85,
    fixedBudget: null,
    minBudget: null,
    contractVolume: null,
    quota1: 9,
    quota2: 8,
  },
  statistics: { applied: 477, budgetApplied: 341, avgBudgetScore: 170_470, avgContractScore: 148_290 },
  lastYear: { year: 2024, minEnrolledBudget: 171_204, minEnrolledContract: 118_500, generated: false },
  dataAt: new Date('2025-07-24T06:40:00Z'),
  generated: { places: false, applicants: false, history: false },
  officialUrl: 'https://vstup.edbo.gov.ua/offer/1481286/',
}

/** Primary education, a speciality with special support: the score depends on the priority. */
export const PRIMARY_EDUCATION: OfferDetails = {
  ...INFORMATICS,
  offerId: 1471500,
  programme: { uk: 'Початкова освіта', en: 'Primary education' },
  speciality: {
    ...INFORMATICS.speciality,
    code: 'A3',
    name: { uk: 'Початкова освіта', en: 'Primary education' },
  },
  weights: {
    ukr: { k: '0.35', minGrade: null },
    math: { k: '0.35', minGrade: null },
    hist: { k: '0.40', minGrade: null },
    foreign: { k: '0.40', minGrade: null },
  },
  specialSupport: true,
  places: { ...INFORMATICS.places, maxBudget: 15, quota1: 2, quota2: 2, licenceVolume: 40 },
  statistics: { applied: 300, budgetApplied: 63, avgBudgetScore: null, avgContractScore: null },
  lastYear: { year: 2024, minEnrolledBudget: 171_204, minEnrolledContract: null, generated: false },
}

/** Grades that give 183,571 for informatics. */
export const GRADES = { ukr: 180, math: 190, hist: 170, phys: 185 }

/** Budget applications: `[how many, score in thousandths, priority]` each. */
export function applications(...groups: (readonly [number, number, number])[]): Applicant[] {
  return groups.flatMap(([count, score, priority], group) =>
    Array.from({ length: count }, (_, index): Applicant => {
      const applicantKey = `${group}-${index}`
      return { score, priority, status: 6, quota: null, interview: false, funding: 'budget', applicantKey }
    }),
  )
}

/** A list in which 183,571 stands at 63–66 of 341. */
export const INFORMATICS_LIST = applications([62, 190_000, 1], [3, 183_571, 1], [275, 150_000, 1])

/** The same offer under another id and name. */
export function variantOf(offer: OfferDetails, offerId: number, programme: string): OfferDetails {
  return { ...offer, offerId, programme: { uk: programme, en: null } }
}
