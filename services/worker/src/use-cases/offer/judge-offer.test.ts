import { describe, expect, it } from 'vitest'
import type { NmtResult } from '@abitly/database'
import { GRADES, INFORMATICS, INFORMATICS_LIST } from '../../bot/testing/sample-offers.ts'
import { judgeOffer } from './judge-offer.ts'
import type { Verdict } from './judge-offer.ts'

const result = (
  nmtYear: number,
  grades: NmtResult['grades'],
  source: NmtResult['source'] = 'own',
): NmtResult => ({ nmtYear, source, grades })
const judge = (results: NmtResult[], year = 2025): Verdict =>
  judgeOffer({ ...INFORMATICS, year }, results, INFORMATICS_LIST)

const OLD = { ukr: 190, math: 190, hist: 190 }

describe('judgeOffer', () => {
  it('counts the year of the test that gives the best score', () => {
    const verdict = judge([result(2025, GRADES), result(2024, { ukr: 200, math: 200, hist: 200, phys: 200 })])
    expect(verdict).toMatchObject({ kind: 'scored', score: { first: 200_000, parts: { nmtYear: 2024 } } })
  })

  it('counts what the linked account says', () => {
    expect(judge([result(2025, GRADES, 'account')])).toMatchObject({ score: { first: 183_571 } })
  })

  it('takes any score before any refusal', () => {
    const verdict = judge([result(2026, { ukr: 0, math: 0, hist: 0 }), result(2025, GRADES)])
    expect(verdict).toMatchObject({ kind: 'scored', score: { first: 183_571 } })
  })

  it('tries results of a later year on as well', () => {
    const later = result(2026, { ukr: 200, math: 200, hist: 200, phys: 200 })
    const failed = result(2025, { ...GRADES, math: 0 })
    for (const earlier of [result(2025, GRADES), failed])
      expect(judge([earlier, later])).toMatchObject({ score: { first: 200_000, parts: { nmtYear: 2026 } } })
  })

  it('explains a refusal by the newest year that is accepted', () => {
    const verdict = judge([result(2022, OLD), result(2024, { ukr: 180, math: 190 })], 2026)
    expect(verdict).toMatchObject({ kind: 'refused', nmtYear: 2024, refusal: { reason: 'SUBJECT_MISSING' } })
  })

  it('says that the only year is too old', () => {
    const verdict = judge([result(2022, OLD)], 2026)
    expect(verdict).toMatchObject({
      nmtYear: 2022,
      refusal: { reason: 'NMT_YEAR_NOT_ACCEPTED', oldest: 2023 },
    })
  })

  it('does not count results of years no rule is known for', () => {
    expect(judge([result(2019, GRADES)])).toEqual({ kind: 'no-grades' })
    expect(judge([])).toEqual({ kind: 'no-grades' })
  })

  it('gives no chance while the number of places is unknown', () => {
    const places = { ...INFORMATICS.places, maxBudget: null }
    const verdict = judgeOffer({ ...INFORMATICS, places }, [result(2025, GRADES)], INFORMATICS_LIST)
    expect(verdict).toMatchObject({ kind: 'scored', first: null, later: null })
  })
})
