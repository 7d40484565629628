import { describe, expect, it } from 'vitest'
import { explanationPart, inPlaces, plainText } from '../../bot/testing/offer-scene.ts'
import type { Scene } from '../../bot/testing/offer-scene.ts'
import { applications, PRIMARY_EDUCATION } from '../../bot/testing/sample-offers.ts'

describe('the explanation', () => {
  it('shows both scores of a speciality with special support, and why of each', () => {
    const lines = explanationPart({
      of: PRIMARY_EDUCATION,
      grades: { ukr: 180, math: 165, hist: 175, foreign: 172 },
      list: applications([8, 190_000, 1], [1, 176_494, 1], [7, 175_000, 3], [1, 173_033, 3]),
    })
    expect(lines).toEqual([
      'Як пораховано: (180×0,35 + 165×0,35 + 175×0,4 + 172×0,4) ÷ 1,5 × РК 1,00 × ГК 1,02 = 176,494; ' +
        'без ГК — 173,033. РК — регіональний коефіцієнт, ГК — галузевий.',
      'Пріоритет 1–2. Чому «високий»: якщо відкриють усі 15 місць, поза квотами їх 11, і ти в цих межах, ' +
        'навіть якщо ніхто вищий за тебе не піде на інший пріоритет.',
      'Пріоритет 3 і далі. Чому «середній»: якщо ніхто вищий не піде на інший пріоритет, твоє місце — 18, ' +
        'а місць поза квотами 11. Зазвичай частина вищих іде: тоді твоє місце — 12, а місць до 15. ' +
        'Контракт: 25 місць.',
    ])
  })

  it.each<[string, Scene, string]>([
    [
      'low',
      { list: applications([80, 190_000, 1], [60, 185_000, 2]) },
      'Чому «низький»: місця вистачить, лише якщо вищі за тебе розійдуться на інші пріоритети, ' +
        'а місця квот звільняться: тоді твоє місце — 81, а місць до 85. Контракт: 125 місць.',
    ],
    [
      'low, and no quota place is needed',
      { list: applications([60, 190_000, 1], [200, 185_000, 2]) },
      'Чому «низький»: місця вистачить, лише якщо вищі за тебе розійдуться на інші пріоритети: ' +
        'тоді твоє місце — 61, а місць до 68. Контракт: 125 місць.',
    ],
    [
      'medium because of the quotas alone: everybody above has it first',
      { list: applications([75, 190_000, 1]) },
      'Чому «середній»: якщо ніхто вищий не піде на інший пріоритет, твоє місце — 76, ' +
        'а місць поза квотами 68. Зазвичай квоти заповнюють не всі: тоді місць до 85. Контракт: 125 місць.',
    ],
    [
      'very low, exact places',
      { list: applications([120, 190_000, 1]), offer: { kind: 'fixed', ...inPlaces({ fixedBudget: 85 }) } },
      'Чому «дуже низький»: навіть якщо вищі за тебе розійдуться на інші пріоритети, твоє місце — 121, ' +
        'а місць 85. Контракт: 125 місць.',
    ],
    [
      'high, no quotas, one place',
      { list: applications([5, 150_000, 1]), offer: inPlaces({ maxBudget: 1, quota1: 0, quota2: 0 }) },
      'Чому «високий»: якщо відкриють усі місця (1), ти в цих межах, навіть якщо ніхто вищий за тебе ' +
        'не піде на інший пріоритет. Контракт: 209 місць.',
    ],
  ])('%s', (_name, scene, line) => {
    expect(explanationPart(scene)[1]).toBe(line)
  })

  it('gives one reason where it is the same with every priority', () => {
    const lines = explanationPart({
      of: PRIMARY_EDUCATION,
      grades: { ukr: 180, math: 165, hist: 175, foreign: 172 },
      list: applications([40, 190_000, 1]),
    })
    expect(lines.slice(1)).toEqual([
      'Чому «дуже низький»: навіть якщо вищі за тебе розійдуться на інші пріоритети, твоє місце — 41, ' +
        'а місць до 15. Контракт: 25 місць.',
    ])
  })

  it('says why fewer are ranked than have applied, part by part', () => {
    const [general, first, second, interview, cancelled, left, paid] = [4, 2, 1, 1, 2, 1, 3].map((count) =>
      applications([count, 150_000, 1]),
    )
    const list = [
      ...general!,
      ...first!.map((one) => ({ ...one, quota: 'Q1' as const })),
      ...second!.map((one) => ({ ...one, quota: 'Q2' as const })),
      ...interview!.map((one) => ({ ...one, interview: true })),
      ...cancelled!.map((one) => ({ ...one, status: 3 })),
      ...left!.map((one) => ({ ...one, status: 16 })),
      ...paid!.map((one) => ({ ...one, status: 3, funding: 'contract' as const })),
    ].map((one, index) => ({ ...one, applicantKey: String(index) }))
    expect(explanationPart({ list })[1]).toBe(
      'У рейтингу з 5 — 4 заяви загального конкурсу і ти; поза ним: за квотами — 3, за співбесідою — 1, ' +
        'скасовано, відхилено чи деактивовано — 3.',
    )
    expect(explanationPart({ list, language: 'en' })[1]).toBe(
      'The rank is out of 5: 4 applications of the general competition and you. Not ranked there: by quota — 3, ' +
        'by interview — 1, withdrawn, refused or deactivated — 3.',
    )
    // Without a rank there is nothing to explain.
    const below = { list, grades: { ukr: 110, math: 140, hist: 120, phys: 135 } }
    expect(explanationPart(below).join(' ')).not.toContain('У рейтингу')
  })

  it('says where the scale ends', () => {
    const scene = { grades: { ukr: 200, math: 200, hist: 200, phys: 200 }, offer: { rk: '1.07' } }
    expect(explanationPart(scene)[0]).toBe(
      'Як пораховано: (200×0,3 + 200×0,5 + 200×0,2 + 200×0,4) ÷ 1,4 × РК 1,07 = 200,000. ' +
        'РК — регіональний коефіцієнт; галузевий (ГК) для F3 не діє. Більше за 200 бал не буває.',
    )
  })

  it('is left out while there is no score', () => {
    expect(plainText({ grades: null })).not.toContain('blockquote')
  })
})
