import { describe, expect, it } from 'vitest'
import {
  CONTRACT_ONLY,
  factPart,
  inPlaces,
  personalPart,
  WEAK_GRADES,
} from '../../bot/testing/offer-scene.ts'
import type { Scene } from '../../bot/testing/offer-scene.ts'
import { applications } from '../../bot/testing/sample-offers.ts'

const NO_STATISTICS = { applied: 0, budgetApplied: 0, avgBudgetScore: null, avgContractScore: null }

describe('the facts', () => {
  it.each<[string, Scene, string[], string[]]>([
    [
      'points are lacking',
      { grades: { ukr: 160, math: 175, hist: 170, phys: 170 }, list: applications([3, 150_000, 1]) },
      [
        'Бюджет: до 85 місць — <i>верхня межа, реально буває менше</i>',
        'Заяв: 477, на бюджет — 341',
        'Торік на бюджет — від 171,204',
        'Тобі бракує: <b>1,561</b>',
      ],
      [
        'Up to 85 state-funded places — <i>a ceiling, often fewer</i>',
        '477 applications, 341 for state-funded places',
        'Last year’s cut-off, state-funded: 171.204',
        'You are <b>1.561</b> short',
      ],
    ],
    [
      'contract only',
      { offer: { ...CONTRACT_ONLY, price: 45_300 } },
      [
        '⚪️ <b>Лише контракт</b>: бюджетних місць тут немає.',
        'Контракт: 125 місць, 45 300 грн на рік',
        'Заяв: 477',
        'Торік на контракт — від 118,500',
      ],
      [
        '⚪️ <b>Tuition-paid only</b>: no state-funded places here.',
        '125 tuition-paid places, 45,300 UAH a year',
        '477 applications',
        'Last year’s cut-off, tuition-paid: 118.500',
      ],
    ],
    [
      'contract only, of which little is known',
      {
        offer: { kind: 'nonbudget', price: 45_300, ...inPlaces({ maxBudget: null, licenceVolume: null }) },
        grades: null,
      },
      [
        '⚪️ <b>Лише контракт</b>: бюджетних місць тут немає.',
        'Контракт: 45 300 грн на рік',
        'Заяв: 477',
        'Торік на контракт — від 118,500',
      ],
      [
        '⚪️ <b>Tuition-paid only</b>: no state-funded places here.',
        'Tuition: 45,300 UAH a year',
        '477 applications',
        'Last year’s cut-off, tuition-paid: 118.500',
      ],
    ],
    [
      'no history, no list',
      { list: [], offer: { statistics: NO_STATISTICS, lastYear: null } },
      [
        'Бюджет: до 85 місць — <i>верхня межа, реально буває менше</i>',
        'Заяв ще немає, тож місце невідоме.',
        'Меж минулих років немає: порівняти ні з чим.',
      ],
      [
        'Up to 85 state-funded places — <i>a ceiling, often fewer</i>',
        'No applications yet, so the rank is unknown.',
        'No cut-offs of past years: nothing to compare with.',
      ],
    ],
    [
      'applications are counted, but not listed',
      { list: [], offer: { lastYear: null } },
      [
        'Бюджет: до 85 місць — <i>верхня межа, реально буває менше</i>',
        'Заяв: 477, на бюджет — 341',
        'Списку заяв ще немає, тож місце невідоме.',
        'Меж минулих років немає: порівняти ні з чим.',
      ],
      [
        'Up to 85 state-funded places — <i>a ceiling, often fewer</i>',
        '477 applications, 341 for state-funded places',
        'No list of applications yet, so the rank is unknown.',
        'No cut-offs of past years: nothing to compare with.',
      ],
    ],
    [
      'a fixed number of places, a history older than a year',
      {
        offer: {
          kind: 'fixed',
          ...inPlaces({ maxBudget: null, fixedBudget: 21 }),
          lastYear: { year: 2023, minEnrolledBudget: 160_000, minEnrolledContract: null, generated: false },
        },
        grades: null,
      },
      ['Бюджет: 21 місце', 'Заяв: 477, на бюджет — 341', 'У 2023 році на бюджет — від 160,000'],
      [
        '21 state-funded places',
        '477 applications, 341 for state-funded places',
        '2023 cut-off, state-funded: 160.000',
      ],
    ],
    [
      'places nobody has announced',
      { offer: inPlaces({ maxBudget: null }), grades: null, list: [] },
      [
        'Бюджет: скільки місць, ще не оголошено',
        'Заяв: 477, на бюджет — 341',
        'Торік на бюджет — від 171,204',
      ],
      [
        'State-funded places: not announced yet',
        '477 applications, 341 for state-funded places',
        'Last year’s cut-off, state-funded: 171.204',
      ],
    ],
  ])('%s', (_name, scene, uk, en) => {
    expect(factPart(scene)).toEqual(uk)
    expect(factPart({ ...scene, language: 'en' })).toEqual(en)
  })

  it.each([
    [1, 'до 1 місця'],
    [2, 'до 2 місць'],
    [5, 'до 5 місць'],
    [11, 'до 11 місць'],
    [21, 'до 21 місця'],
    [112, 'до 112 місць'],
    [1334, 'до 1 334 місць'],
  ])('puts %i places into the case after «до»', (maxBudget, text) => {
    expect(factPart({ offer: inPlaces({ maxBudget }), grades: null })[0]).toContain(`Бюджет: ${text} —`)
  })

  it('calls last year so only while its campaign runs', () => {
    const now = new Date('2026-02-01T10:00:00Z')
    expect(factPart({ now })[2]).toBe('У 2024 році на бюджет — від 171,204')
    const veryLow = { list: applications([120, 190_000, 1]), grades: WEAK_GRADES, now }
    expect(personalPart(veryLow)[2]).toContain('до межі 2024 року бракує')
  })
})
