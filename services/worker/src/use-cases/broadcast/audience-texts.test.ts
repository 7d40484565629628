import { describe, expect, it } from 'vitest'
import type { AudienceFilter } from '@abitly/database'
import { createI18n } from '@abitly/text'
import { EVERYBODY } from './audience-filter.ts'
import { namesText } from '../choices/choice-list.ts'
import { audienceSummary, countText } from './audience-texts.ts'
import type { ChosenNames } from './audience-texts.ts'

const { uk, en } = createI18n(new URL('../../../locales/', import.meta.url))
const NONE: ChosenNames = { region: [], university: [], speciality: [] }
const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')

describe('audienceSummary', () => {
  it.each<[Partial<AudienceFilter>, Partial<ChosenNames>, string, string]>([
    [{}, {}, 'Усі', 'All'],
    [{ base: 'linked' }, {}, 'З сайту', 'Linked'],
    [{ base: 'test' }, {}, 'Тест: лише адміни', 'Test: admins only'],
    [
      { language: 'uk', activeWithinDays: 30 },
      { region: ['Львівська область'] },
      'Українська · активні за 30 днів · Львівська область',
      'Ukrainian · active within 30 days · Львівська область',
    ],
    [
      { base: 'linked', language: 'en', activeWithinDays: 7 },
      { university: ['ЛНУ', 'ЛП', 'КПІ', 'КНУ', 'ХНУ', 'НАУ', 'ОНУ'], speciality: ['F3 Комп’ютерні науки'] },
      'З сайту · англійська · активні за 7 днів · ЛНУ, ЛП, КПІ, КНУ, ХНУ, ще 2 · F3 Комп’ютерні науки',
      'Linked · English · active within 7 days · ЛНУ, ЛП, КПІ, КНУ, ХНУ, 2 more · F3 Комп’ютерні науки',
    ],
    [{ activeWithinDays: 1 }, {}, 'Активні за 1 день', 'Active within 1 day'],
  ])('of %j %j', (set, names, inUkrainian, inEnglish) => {
    const filter = { ...EVERYBODY, ...set }
    expect(plain(audienceSummary(uk, filter, { ...NONE, ...names }))).toBe(inUkrainian)
    expect(plain(audienceSummary(en, filter, { ...NONE, ...names }))).toBe(inEnglish)
  })

  it('escapes names', () => {
    expect(namesText(uk, ['<b>&'])).toBe('&lt;b&gt;&amp;')
  })
})

describe('countText', () => {
  it.each([
    [600, 41, 17, 'Отримають <b>600</b>. Не отримають: 41 без сповіщень, 17 недоступних.'],
    [12_480, 0, 0, 'Отримають <b>12 480</b>.'],
    [5, 1, 0, 'Отримають <b>5</b>. Не отримають: 1 без сповіщень.'],
    [5, 0, 1, 'Отримають <b>5</b>. Не отримають: 1 недоступний.'],
    [5, 0, 22, 'Отримають <b>5</b>. Не отримають: 22 недоступні.'],
    [0, 0, 0, 'Отримають <b>0</b>.\nНіхто не відповідає всім умовам разом: котрусь треба прибрати.'],
    [
      0,
      2,
      5,
      'Отримають <b>0</b>. Не отримають: 2 без сповіщень, 5 недоступних.\n' +
        'Надіслати нікому: усі, хто відповідає умовам, без сповіщень або недоступні.',
    ],
  ])('%i get it, %i muted, %i unreachable', (recipients, muted, unreachable, text) => {
    expect(plain(countText(uk, { recipients, muted, unreachable }))).toBe(text)
  })
})
