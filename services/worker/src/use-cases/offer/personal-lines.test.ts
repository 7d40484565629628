import { describe, expect, it } from 'vitest'
import type { OfferDetails } from '@abitly/database'
import { CONTRACT_ONLY, inPlaces, personalPart, WEAK_GRADES } from '../../bot/testing/offer-scene.ts'
import type { Scene } from '../../bot/testing/offer-scene.ts'
import { applications, GRADES, INFORMATICS, PRIMARY_EDUCATION } from '../../bot/testing/sample-offers.ts'

const LAW: Partial<OfferDetails> = {
  speciality: { ...INFORMATICS.speciality, code: 'D8', name: { uk: 'Право', en: 'Law' } },
  minScore: { budget: 150_000, contract: 150_000 },
}

describe('the personal part', () => {
  const gk = {
    of: PRIMARY_EDUCATION,
    grades: { ukr: 180, math: 165, hist: 175, foreign: 172 },
    list: applications([8, 190_000, 1], [1, 176_494, 1], [7, 175_000, 3], [1, 173_033, 3], [40, 150_000, 1]),
  }

  it.each<[string, Scene, string[], string[]]>([
    [
      'two scores where ГК matters',
      gk,
      [
        '<b>Пріоритет 1–2: 176,494</b> · НМТ 2025',
        'місце 9–10 · 🟢 <b>високий</b>',
        '<b>Пріоритет 3 і далі: 173,033</b>',
        'місце 17–18 · 🟦 <b>середній</b>',
        '<i>Різниця — ГК 1,02: він діє лише на пріоритетах 1 і 2.</i>',
      ],
      [
        '<b>Priority 1–2: 176.494</b> · NMT 2025',
        'rank 9–10 · 🟢 <b>high</b> chance',
        '<b>Priority 3 and later: 173.033</b>',
        'rank 17–18 · 🟦 <b>medium</b> chance',
        '<i>The difference is the branch multiplier (ГК) of 1.02, which counts for priorities 1 and 2 only.</i>',
      ],
    ],
    [
      'a medium chance with the rank to expect',
      { list: applications([62, 190_000, 1], [10, 185_000, 2], [90, 150_000, 1]) },
      [
        '<b>Твій бал: 183,571</b> · НМТ 2025',
        'Місце в рейтингу: <b>73</b> з 163',
        'Коли вищі пріоритети розійдуться — орієнтовно 63–67',
        'Шанс на бюджет: 🟦 <b>середній</b>',
      ],
      [
        '<b>Your score: 183.571</b> · NMT 2025',
        'Rank: <b>73</b> of 163',
        'Once higher priorities settle: rank about 63–67',
        'State-funded: 🟦 <b>medium</b> chance',
      ],
    ],
    [
      'a medium chance where nobody above leaves: the rank stands once',
      { list: applications([75, 190_000, 1]) },
      [
        '<b>Твій бал: 183,571</b> · НМТ 2025',
        'Місце в рейтингу: <b>76</b> з 76',
        'Шанс на бюджет: 🟦 <b>середній</b>',
      ],
      [
        '<b>Your score: 183.571</b> · NMT 2025',
        'Rank: <b>76</b> of 76',
        'State-funded: 🟦 <b>medium</b> chance',
      ],
    ],
    [
      'a low chance',
      { list: applications([80, 190_000, 1], [60, 185_000, 2]) },
      [
        '<b>Твій бал: 183,571</b> · НМТ 2025',
        'Місце в рейтингу: <b>141</b> з 141',
        'Коли вищі пріоритети розійдуться — орієнтовно 81–105',
        'Шанс на бюджет: 🔶 <b>низький</b>',
      ],
      [
        '<b>Your score: 183.571</b> · NMT 2025',
        'Rank: <b>141</b> of 141',
        'Once higher priorities settle: rank about 81–105',
        'State-funded: 🔶 <b>low</b> chance',
      ],
    ],
    [
      'a very low chance, with what is possible instead',
      { list: applications([120, 190_000, 1]), grades: { ukr: 140, math: 170, hist: 150, phys: 160 } },
      [
        '<b>Твій бал: 157,857</b> · НМТ 2025',
        'Місце в рейтингу: <b>121</b> з 121',
        'Шанс на бюджет: 🔻 <b>дуже низький</b> — до торішньої межі бракує 13,347. На контракт є 125 місць.',
      ],
      [
        '<b>Your score: 157.857</b> · NMT 2025',
        'Rank: <b>121</b> of 121',
        'State-funded: 🔻 <b>very low</b> chance, 13.347 short of last year’s cut-off. ' +
          'There are 125 tuition-paid places.',
      ],
    ],
    [
      'a very low chance without history and paid places',
      {
        list: applications([120, 190_000, 1]),
        offer: { lastYear: null, ...inPlaces({ licenceVolume: 85 }) },
      },
      [
        '<b>Твій бал: 183,571</b> · НМТ 2025',
        'Місце в рейтингу: <b>121</b> з 121',
        'Шанс на бюджет: 🔻 <b>дуже низький</b>.',
      ],
      [
        '<b>Your score: 183.571</b> · NMT 2025',
        'Rank: <b>121</b> of 121',
        'State-funded: 🔻 <b>very low</b> chance.',
      ],
    ],
    [
      'no grades',
      { grades: null },
      ['Додай бали НМТ — це пів хвилини, і тут з’являться твій бал, місце та шанс.'],
      ['Add your NMT grades: it takes half a minute, and your score, rank and chance appear here.'],
    ],
    [
      'below 130',
      { grades: { ukr: 110, math: 140, hist: 120, phys: 135 } },
      [
        '<b>Твій бал: 129,286</b> (НМТ 2025) — менше ніж 130. На бюджет із ним не допускають, тож місця не рахую. ' +
          'Контракту цей поріг не стосується.',
      ],
      [
        '<b>Your score: 129.286</b> (NMT 2025) — less than 130. It does not admit to state-funded places, so there is no rank. ' +
          'Tuition-paid places have no such limit.',
      ],
    ],
    [
      'below 150 for budget and contract',
      { offer: LAW, grades: WEAK_GRADES },
      [
        '<b>Твій бал: 142,143</b> (НМТ 2025) — менше ніж 150. ' +
          'Для D8 Право цей поріг діє і на бюджет, і на контракт.',
      ],
      [
        '<b>Your score: 142.143</b> (NMT 2025) — less than 150. ' +
          'For D8 Law this limit holds for state-funded and tuition-paid places alike.',
      ],
    ],
    [
      'a subject below the minimum of the offer',
      { grades: { ...GRADES, math: 136 } },
      ['Тут з математики потрібно щонайменше 140, у тебе — 136: заяву не допустять.'],
      ['Mathematics: at least 140 is needed here, you have 136. The application would not be admitted.'],
    ],
    [
      'a subject that was not passed',
      { grades: { ...GRADES, math: 0 } },
      ['Математику не складено — бал не рахується.'],
      ['Mathematics was not passed, so there is no score.'],
    ],
    [
      'a missing subject',
      { grades: { ukr: 180, math: 190, phys: 185 } },
      ['Щоб порахувати бал, бракує предмета: історія.'],
      ['To work out the score I lack one subject: history.'],
    ],
    [
      'no elective',
      { grades: { ukr: 180, math: 190, hist: 170 } },
      ['Щоб порахувати бал, бракує предмета на вибір із тих, що тут зараховують.'],
      ['To work out the score I lack an elective that counts here.'],
    ],
    [
      'grades of a year that is no longer accepted',
      { offer: { year: 2026 }, nmtYear: 2022, grades: { ukr: 180, math: 190, hist: 170 } },
      ['НМТ 2022 тут уже не приймають: потрібні результати 2023 року або новіші.'],
      ['NMT 2022 is no longer accepted here: results of 2023 or later are needed.'],
    ],
    [
      'a creative contest',
      { offer: { creative: { k: '0.50' } } },
      ['Тут є творчий конкурс, і без нього бал не порахувати. Його балів поки не враховую.'],
      ['There is a creative contest here, and no score without it. I do not count its grades yet.'],
    ],
    [
      'weights nobody has published',
      { offer: { weights: {}, weightsSource: 'none', k4max: null } },
      ['Коефіцієнтів цієї пропозиції в базі немає, тож бал не рахую.'],
      ['The database has no subject weights for this offer, so there is no score.'],
    ],
    [
      'contract only',
      { offer: CONTRACT_ONLY },
      ['<b>Твій бал: 183,571</b> · НМТ 2025'],
      ['<b>Your score: 183.571</b> · NMT 2025'],
    ],
    [
      'contract only, below the minimum for budget places',
      { offer: CONTRACT_ONLY, grades: { ukr: 110, math: 140, hist: 120, phys: 135 } },
      ['<b>Твій бал: 129,286</b> · НМТ 2025'],
      ['<b>Your score: 129.286</b> · NMT 2025'],
    ],
    [
      'nobody has announced the places',
      { offer: inPlaces({ maxBudget: null }) },
      ['<b>Твій бал: 183,571</b> · НМТ 2025'],
      ['<b>Your score: 183.571</b> · NMT 2025'],
    ],
  ])('%s', (_name, scene, uk, en) => {
    expect(personalPart(scene)).toEqual(uk)
    expect(personalPart({ ...scene, language: 'en' })).toEqual(en)
  })

  it('admits only with the first priorities where ГК alone lifts a score over the minimum', () => {
    const scene = { of: PRIMARY_EDUCATION, grades: { ukr: 128, math: 130, hist: 129, foreign: 129 } }
    expect(personalPart(scene).slice(0, 4)).toEqual([
      '<b>Пріоритет 1–2: 131,580</b> · НМТ 2025',
      'місце 341 · 🔻 <b>дуже низький</b>',
      '<b>Пріоритет 3 і далі: 129,000</b>',
      'менше ніж 130 — на бюджет не допускають',
    ])
  })
})
