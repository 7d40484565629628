import { describe, expect, it } from 'vitest'
import { createI18n } from '@abitly/text'
import { openDay } from '../../campaigns/testing/open-day.ts'
import { openDayUpdateView } from './open-day-update-view.ts'

const { uk, en } = createI18n(new URL('../../../locales/', import.meta.url))
const NOW = new Date('2026-01-20T10:00:00Z')
const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')

const FACULTY_DAY = openDay(1, {
  title: { uk: 'День відкритих дверей факультету', en: 'Faculty open day' },
  university: {
    name: { uk: 'Львівський національний університет', en: null },
    short: { uk: 'ЛНУ', en: 'LNU' },
  },
  faculty: { uk: 'Факультет прикладної математики', en: null },
  date: '2026-01-24',
  startsAt: '2026-01-24T08:00:00.000Z',
  endsAt: '2026-01-24T11:00:00.000Z',
  address: 'Львів, вул. Університетська, 1',
  registrationUrl: 'https://lnu.edu.ua/register',
  registrationDeadline: '2026-01-22T10:00:00.000Z',
  generated: false,
})

describe('the message about edited open days', () => {
  it('says when, whose, where, until when to register, and why it came', () => {
    const view = openDayUpdateView(uk, [FACULTY_DAY], NOW)
    expect(plain(view.text)).toBe(
      '🏛 <b>Змінено день відкритих дверей</b>\n\n' +
        '<b>Субота, 24 січня, з 10:00 до 13:00</b>\n' +
        'ЛНУ — Факультет прикладної математики\n' +
        'День відкритих дверей факультету\n' +
        'Офлайн: Львів, вул. Університетська, 1\n' +
        'Реєстрація — до четверга, 22 січня\n\n' +
        '<i>Пишу, бо це відповідає твоїм фільтрам подій.</i>',
    )
    expect(view.keyboard).toEqual([
      [{ text: 'ЛНУ, 10:00', press: { kind: 'open-day', openDayId: 1, place: null } }],
      [{ text: 'Не сповіщати', press: { kind: 'mute', of: 'openDays' } }],
    ])
  })

  it('speaks English to whom reads English, with the names there are', () => {
    expect(plain(openDayUpdateView(en, [FACULTY_DAY], NOW).text)).toContain(
      'Saturday, 24 January, from 10:00 to 13:00</b>\nLNU — Факультет прикладної математики\nFaculty open day\n',
    )
  })

  it.each([
    ['an unknown time', { startsAt: null, endsAt: null }, '<b>Субота, 24 січня</b> · час уточнюється'],
    ['no known end', { endsAt: null }, '<b>Субота, 24 січня, о 10:00</b>'],
    ['an address that does not matter', { format: 'online' as const }, '\nОнлайн\n'],
    ['both ways', { format: 'mixed' as const }, '\nОфлайн і онлайн: Львів'],
    ['no address', { address: null }, '\nОфлайн\n'],
    ['no faculty', { faculty: null }, 'ЛНУ — увесь університет'],
    ['an invented one', { generated: true }, '<i>Демонстраційні дані.</i>'],
    ['names that break what is careless', { title: { uk: '<b>&', en: null } }, '\n&lt;b&gt;&amp;\n'],
  ])('%s', (_name, change, expected) => {
    expect(plain(openDayUpdateView(uk, [{ ...FACULTY_DAY, ...change }], NOW).text)).toContain(expected)
  })

  it('stays one message, however many there are and however long their names', () => {
    const long = 'дуже довга назва '.repeat(20)
    const events = Array.from({ length: 40 }, (_, index) => ({
      ...FACULTY_DAY,
      openDayId: index,
      title: { uk: long, en: null },
      faculty: { uk: long, en: null },
      address: long,
    }))
    const view = openDayUpdateView(uk, events, NOW)
    expect(view.text.length).toBeLessThanOrEqual(4096)
    expect(plain(view.text)).toContain('Змінено дні відкритих дверей')
    expect(plain(view.text)).toContain('<i>І ще 34 події.</i>')
    expect(view.keyboard).toHaveLength(7)
  })
})
