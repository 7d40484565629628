import { describe, expect, it } from 'vitest'
import { italicLines } from '../../bot/testing/offer-scene.ts'
import type { Scene } from '../../bot/testing/offer-scene.ts'

describe('the age of the data', () => {
  it.each<[string, Scene, string[]]>([
    [
      'lists close on 1 August at 18:00',
      { now: new Date('2025-08-01T14:59:59Z') },
      ['<i>Дані на 24 липня, 09:40. Списки ще зростають — місце зміниться.</i>'],
    ],
    [
      'closed',
      { now: new Date('2025-08-01T15:00:00Z') },
      ['<i>Дані на 24 липня, 09:40. Подання заяв уже завершилося.</i>'],
    ],
    [
      'a year later',
      { now: new Date('2026-11-21T10:00:00Z') },
      ['<i>Дані на 24 липня 2025 року, 09:40. Подання заяв уже завершилося.</i>'],
    ],
    [
      'modelled applications',
      { offer: { generated: { applicants: true, places: false, history: false } } },
      [
        '<i>Дані на 24 липня. Списки ще зростають — місце зміниться.</i>',
        '<i>Демонстраційні дані: заяви змодельовано.</i>',
      ],
    ],
    [
      'everything modelled',
      { offer: { generated: { applicants: true, places: true, history: true } } },
      [
        '<i>Дані на 24 липня. Списки ще зростають — місце зміниться.</i>',
        '<i>Демонстраційні дані: заяви, місця та межу минулого вступу змодельовано.</i>',
      ],
    ],
    [
      'nothing to model applications and history from',
      { list: [], offer: { generated: { applicants: true, places: false, history: true }, lastYear: null } },
      ['<i>Дані на 24 липня. Списки ще зростають — місце зміниться.</i>'],
    ],
  ])('%s', (_name, scene, lines) => {
    expect(italicLines(scene).slice(-lines.length)).toEqual(lines)
  })
})
