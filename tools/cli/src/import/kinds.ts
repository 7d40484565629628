import type { ImportKind } from '@abitly/database'
import { date, decimal, flag, int, moment, oneOf, text } from './column.ts'
import type { Column } from './column.ts'

/** What a file of one kind holds. */
export interface Kind {
  name: ImportKind
  columns: readonly Column[]
  /** No other kind has it: a header with it is recognised. */
  sign: string
  /** Columns that tell rows apart. */
  key: readonly string[]
}

const SMALL = 32_767
const LARGE = 2_147_483_647
const required = true

const year: Column = { name: 'year', parse: int(2000, 2100), required }
const offerId: Column = { name: 'offer_id', parse: int(1, LARGE), required }
const score = (name: string): Column => ({ name, parse: decimal(0, 200, 3) })
const count = (name: string): Column => ({ name, parse: int(0, LARGE) })

const APPLICANTS: Kind = {
  name: 'applicants',
  sign: 'applicant_key',
  key: ['year', 'offer_id', 'applicant_key', 'funding'],
  columns: [
    year,
    offerId,
    { name: 'applicant_key', parse: text(100), required },
    { name: 'funding', parse: oneOf('budget', 'contract'), required },
    { ...score('score'), required },
    { name: 'priority', parse: int(0, SMALL), required },
    { name: 'status_id', parse: int(0, SMALL), required },
    { name: 'quota', parse: oneOf('Q1', 'Q2') },
    { name: 'interview', parse: flag, empty: false },
  ],
}

const OFFERS: Kind = {
  name: 'offers',
  sign: 'speciality_code',
  key: ['year', 'offer_id'],
  columns: [
    year,
    offerId,
    { name: 'university_id', parse: int(1, LARGE), required },
    { name: 'faculty_uk', parse: text(300) },
    { name: 'speciality_code', parse: text(20), required },
    { name: 'specialisation', parse: text(300) },
    { name: 'programme_uk', parse: text(500), required },
    { name: 'programme_en', parse: text(500) },
    { name: 'degree', parse: text(50), empty: 'bachelor' },
    { name: 'base', parse: text(50), required },
    { name: 'form', parse: oneOf('full-time', 'part-time', 'evening', 'distance'), empty: 'full-time' },
    { name: 'kind', parse: oneOf('open', 'fixed', 'nonbudget'), required },
    { name: 'term', parse: text(200) },
    count('price'),
    { name: 'apply_from', parse: moment },
    { name: 'apply_to', parse: moment },
    ...['licence_volume', 'max_budget', 'fixed_budget', 'min_budget', 'contract_volume'].map(count),
    ...['quota1_places', 'quota2_places'].map(count),
    { name: 'rk', parse: decimal(0.01, 99, 2), empty: '1.00' },
    { name: 'creative_k', parse: decimal(0, 99, 2) },
    ...['applied', 'admitted', 'budget_applied', 'recommended', 'enrolled_budget', 'enrolled_contract'].map(
      count,
    ),
    ...['avg_budget_score', 'avg_contract_score', 'avg_score', 'min_score', 'max_score'].map(score),
    ...['min_recommended', 'min_enrolled_budget', 'min_enrolled_contract'].map(score),
    { name: 'official_url', parse: text(500) },
    { name: 'data_at', parse: moment, required },
  ],
}

const OPEN_DAYS: Kind = {
  name: 'open-days',
  sign: 'title_uk',
  key: ['key'],
  columns: [
    { name: 'key', parse: text(100), required },
    { name: 'university_id', parse: int(1, LARGE), required },
    { name: 'title_uk', parse: text(300), required },
    { name: 'title_en', parse: text(300) },
    { name: 'date', parse: date, required },
    { name: 'starts_at', parse: moment },
    { name: 'ends_at', parse: moment },
    { name: 'format', parse: oneOf('offline', 'online', 'mixed'), required },
    ...['address', 'audience', 'contacts'].map((name): Column => ({ name, parse: text(500) })),
    ...['stream_url', 'registration_url'].map((name): Column => ({ name, parse: text(500) })),
    { name: 'registration_deadline', parse: moment },
    { name: 'programme', parse: text(4_000) },
  ],
}

export const KINDS: readonly Kind[] = [OFFERS, APPLICANTS, OPEN_DAYS]

/** The kind with that name, as `--kind` gives it. */
export function kindNamed(name: string): Kind | undefined {
  return KINDS.find((kind) => kind.name === name)
}

/** The kind that a header or the names of a record's fields belong to. */
export function kindOf(columns: readonly string[]): Kind | undefined {
  return KINDS.find(({ sign }) => columns.includes(sign))
}
