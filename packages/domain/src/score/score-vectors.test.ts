import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isNmtYear, isSubjectCode } from '../admission/subjects.ts'
import { competitiveScore, type ScoreInput } from './competitive-score.ts'
import { scoreToDecimal } from './score.ts'

interface Vector {
  id: string
  nmtYear: string
  subjects: { code: string; score: string; k: string }[]
  k4max?: string
  creative?: { score: string; k: string }
  ou: string
  rk: string
  gk: string
  expected: string
  origin: string
}

/** Quotes every number, so that none passes through a binary fraction. */
function readVectors(): Vector[] {
  const text = readFileSync(new URL('../../testdata/score_vectors.json', import.meta.url), 'utf8')
  const quoted = text.replace(/^(\s*"\w+": )(\d+(?:\.\d+)?)(,?)$/gm, '$1"$2"$3')
  const { vectors } = JSON.parse(quoted) as { vectors: Vector[] }
  return vectors
}

function toInput(vector: Vector): ScoreInput {
  const nmtYear = Number(vector.nmtYear)
  if (!isNmtYear(nmtYear)) throw new Error(`vector ${vector.id} has the unknown year ${vector.nmtYear}`)
  const subjects = vector.subjects.map(({ code, score, k }) => {
    if (!isSubjectCode(code)) throw new Error(`vector ${vector.id} has the unknown subject ${code}`)
    return { code, grade: score, k }
  })
  const creative = vector.creative ? { grade: vector.creative.score, k: vector.creative.k } : null
  const { k4max, ou, rk, gk } = vector
  return { nmtYear, subjects, k4max, creative, ou, rk, gk }
}

describe('the score test vectors', () => {
  const vectors = readVectors()

  it('are all there, as text', () => {
    expect(vectors).toHaveLength(133)
    expect(vectors.filter(({ origin }) => origin === 'official')).toHaveLength(119)
    expect(
      vectors.every(({ rk, subjects }) => typeof rk === 'string' && typeof subjects[0]?.k === 'string'),
    ).toBe(true)
  })

  it.each(vectors.map((vector) => [vector.id, vector.expected, vector] as const))(
    '%s gives %s',
    (_id, expected, vector) => {
      expect(scoreToDecimal(competitiveScore(toInput(vector)))).toBe(expected)
    },
  )
})
