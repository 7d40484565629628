import { describe, expect, it } from 'vitest'
import { kindNamed, kindOf } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { parseRow } from './parse-row.ts'

const kind = (name: string): Kind => kindNamed(name)!
const APPLICANT = {
  ...{ year: '2025', offer_id: '1481286', applicant_key: 'a-1', funding: 'budget' },
  ...{ score: '183,571', priority: '1', status_id: '5' },
}
const applicant = (changes: Record<string, unknown>) =>
  parseRow(kind('applicants'), { ...APPLICANT, ...changes })

function problems(name: string, fields: Record<string, unknown>): string[] {
  const parsed = parseRow(kind(name), fields)
  return 'problems' in parsed ? parsed.problems.map(({ column, reason }) => `${column} ${reason}`) : []
}

describe('a row', () => {
  it('is read with exact decimals, a decimal comma included', () => {
    expect(applicant({})).toEqual({
      row: {
        ...{ year: 2025, offer_id: 1481286, applicant_key: 'a-1', funding: 'budget' },
        ...{ score: '183.571', priority: 1, status_id: 5 },
      },
      columns: ['year', 'offer_id', 'applicant_key', 'funding', 'score', 'priority', 'status_id'],
    })
  })

  it('speaks only of the columns it has; an empty cell means that nobody published it', () => {
    expect(applicant({ quota: '', interview: null })).toMatchObject({
      row: { quota: null, interview: false },
    })
    expect(applicant({})).not.toHaveProperty('row.quota')
  })

  it.each([
    [{ score: '200.001' }, 'score', 'is not between 0 and 200'],
    [{ score: '1.2345' }, 'score', 'has more than 3 decimals'],
    [{ score: 'Іван' }, 'score', 'is not a number'],
    [{ year: '1e3' }, 'year', 'is not a whole number'],
    [{ offer_id: undefined }, 'offer_id', 'is missing'],
    [{ funding: 'Budget' }, 'funding', 'is none of budget, contract'],
    [{ interview: 'maybe' }, 'interview', 'is neither true nor false'],
    [{ applicant_key: '\uFFFD' }, 'applicant_key', 'is not UTF-8'],
    [{ applicant_key: { name: 'Ivan' } }, 'applicant_key', 'is not a plain value'],
    [{ applicant_key: 'x'.repeat(101) }, 'applicant_key', 'is longer than 100 characters'],
  ])('is refused for %j', (changes, column, reason) => {
    expect(applicant(changes)).toEqual({ problems: [{ column, reason }] })
  })

  it('is told everything that is wrong with it at once', () => {
    expect(applicant({ year: 'x', priority: -1 })).toMatchObject({
      problems: [{ column: 'year' }, { column: 'priority' }],
    })
  })

  it.each(['2026-02-30', '24.01.2026', '2026-1-4'])('has no date %s', (date) => {
    expect(problems('open-days', { date })).toContain('date is not a date such as 2026-01-24')
  })

  it.each(['2026-01-24T10:00', '10:00', '2026-02-30T10:00Z'])('has no moment %s', (data_at) => {
    expect(problems('offers', { data_at })).toContain(
      'data_at is not a moment such as 2026-01-24T10:00:00+02:00',
    )
  })
})

describe('the kind of a file', () => {
  it.each(['offers', 'applicants', 'open-days'])('%s is known by its own columns', (name) => {
    expect(kindOf(kind(name).columns.map((column) => column.name))?.name).toBe(name)
  })

  it('is unknown without them', () => {
    expect(kindOf(['year', 'offer_id'])).toBeUndefined()
  })
})
