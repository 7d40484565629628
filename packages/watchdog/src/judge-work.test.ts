import { describe, expect, it } from 'vitest'
import { judgeBacklog, judgeDeadLetters } from './judge-work.ts'

describe('the backlog', () => {
  it.each([
    [0, [], true],
    [29_999, [], true],
    // Neither bad enough to begin nor good enough to end.
    [30_000, [], false],
    [60_000, [], false],
    [60_001, [{ kind: 'backlog', id: 'backlog', ageMs: 60_001, chats: 4 }], true],
  ])('whose oldest update waits %i ms', (oldestMs, found, checked) => {
    const finding = judgeBacklog({ oldestMs, count: 4 })
    expect(finding.found).toEqual(found)
    expect(finding.checked('backlog')).toBe(checked)
    expect(finding.checked('webhook')).toBe(false)
  })
})

describe('dead letters', () => {
  it('are well when there are none', () => {
    const { found, checked } = judgeDeadLetters(0, [])
    expect(found).toEqual([])
    expect(['dead-letters', 'backlog'].filter(checked)).toEqual(['dead-letters'])
  })

  it('are told with the most frequent codes, and without messages', () => {
    const errors = [
      'B_CODE: secret',
      'UPDATE_TOO_SLOW: x',
      'TypeError: y',
      'UPDATE_TOO_SLOW: z',
      null,
      'no code',
    ]
    expect(judgeDeadLetters(9, errors).found).toEqual([
      {
        ...{ kind: 'dead-letters', id: 'dead-letters', ageMs: 0, count: 9 },
        codes: [
          { code: 'UNKNOWN', count: 2 },
          { code: 'UPDATE_TOO_SLOW', count: 2 },
          { code: 'B_CODE', count: 1 },
        ],
      },
    ])
  })
})
