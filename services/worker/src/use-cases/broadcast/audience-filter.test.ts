import { describe, expect, it } from 'vitest'
import {
  chosenIn,
  EVERYBODY,
  withBase,
  withCleared,
  withNextActivity,
  withNextLanguage,
  withToggled,
} from './audience-filter.ts'

const ADMINS = new Set([500n, 9_007_199_254_740_991n])

describe('the audience', () => {
  it('turns through the languages and back to any', () => {
    const languages = []
    for (let filter = EVERYBODY, turn = 0; turn < 4; turn += 1) {
      filter = withNextLanguage(filter)
      languages.push(filter.language)
    }
    expect(languages).toEqual(['uk', 'en', null, 'uk'])
  })

  it('turns through the spans of activity and back to any', () => {
    const days = []
    for (let filter = EVERYBODY, turn = 0; turn < 5; turn += 1) {
      filter = withNextActivity(filter)
      days.push(filter.activeWithinDays)
    }
    expect(days).toEqual([7, 30, 90, null, 7])
  })

  it.each([
    ['region', '14', 'regionIds', [14]],
    ['university', '282', 'universityIds', [282]],
    ['speciality', 'F3', 'specialityCodes', ['F3']],
  ] as const)('adds a %s and takes it back', (field, id, property, stored) => {
    const added = withToggled(EVERYBODY, field, id)
    expect(added).toEqual({ ...EVERYBODY, [property]: stored })
    expect(chosenIn(added, field)).toEqual([id])
    expect(withToggled(added, field, id)).toEqual(EVERYBODY)
    expect(withCleared(added, field)).toEqual(EVERYBODY)
  })

  it('is the admins and nobody else for a test, whatever was chosen before', () => {
    const narrow = withNextLanguage(withToggled(EVERYBODY, 'region', '14'))
    const test = withBase(narrow, 'test', ADMINS)
    expect(test).toEqual({ ...EVERYBODY, base: 'test', testChatIds: ['500', '9007199254740991'] })
    expect(withBase(test, 'linked', ADMINS)).toEqual({ ...EVERYBODY, base: 'linked' })
  })

  it('keeps its conditions when only the basis changes', () => {
    const narrow = withToggled(EVERYBODY, 'region', '14')
    expect(withBase(narrow, 'linked', ADMINS)).toEqual({ ...narrow, base: 'linked' })
  })
})
