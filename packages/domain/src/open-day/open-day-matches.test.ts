import { describe, expect, it } from 'vitest'
import { openDayMatches } from './open-day-matches.ts'
import type { OpenDayFilter } from './open-day-matches.ts'

const OPEN_DAY = { regionId: 14, universityId: 282, specialityCodes: ['F2', 'F3'] }
const filter = (set: Partial<OpenDayFilter>): OpenDayFilter => ({
  regionIds: [],
  universityIds: [],
  specialityCodes: [],
  ...set,
})

describe('openDayMatches', () => {
  it.each<[string, Partial<OpenDayFilter>, boolean]>([
    ['nothing set', {}, false],
    ['the region', { regionIds: [14] }, true],
    ['one of several regions', { regionIds: [1, 14] }, true],
    ['another region', { regionIds: [1, 2] }, false],
    ['the university', { universityIds: [282] }, true],
    ['another university', { universityIds: [41] }, false],
    ['one of its specialities', { specialityCodes: ['D8', 'F3'] }, true],
    ['none of its specialities', { specialityCodes: ['D8'] }, false],
    ['a code that only begins the same', { specialityCodes: ['F'] }, false],
    ['all three', { regionIds: [14], universityIds: [282], specialityCodes: ['F2'] }, true],
    [
      'two match, the region does not',
      { regionIds: [1], universityIds: [282], specialityCodes: ['F2'] },
      false,
    ],
    [
      'two match, the university does not',
      { regionIds: [14], universityIds: [41], specialityCodes: ['F2'] },
      false,
    ],
    [
      'two match, the speciality does not',
      { regionIds: [14], universityIds: [282], specialityCodes: ['D8'] },
      false,
    ],
    ['an id of another dimension', { regionIds: [282] }, false],
  ])('%s', (_name, set, expected) => {
    expect(openDayMatches(filter(set), OPEN_DAY)).toBe(expected)
  })

  it('knows no speciality of an institution without offers', () => {
    const bare = { ...OPEN_DAY, specialityCodes: [] }
    expect(openDayMatches(filter({ specialityCodes: ['F3'] }), bare)).toBe(false)
    expect(openDayMatches(filter({ regionIds: [14] }), bare)).toBe(true)
  })
})
