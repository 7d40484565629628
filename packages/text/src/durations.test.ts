import { describe, expect, it } from 'vitest'
import { createI18n } from './i18n.ts'
import { durationText } from './durations.ts'

const { uk, en } = createI18n()
const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

describe('durationText', () => {
  it.each([
    [0, '0 с', '0 s'],
    [0.2, '1 с', '1 s'],
    [20.6, '21 с', '21 s'],
    [59.5, '1 хв 00 с', '1 min 00 s'],
    [125, '2 хв 05 с', '2 min 05 s'],
    [3599, '59 хв 59 с', '59 min 59 s'],
    [3600, '1 год 00 хв', '1 h 00 min'],
    [34_360, '9 год 32 хв', '9 h 32 min'],
    [-5, '0 с', '0 s'],
  ])('says %f seconds', (seconds, inUkrainian, inEnglish) => {
    expect(plain(durationText(uk, seconds))).toBe(inUkrainian)
    expect(plain(durationText(en, seconds))).toBe(inEnglish)
  })
})
