import { describe, expect, it } from 'vitest'
import { createI18n } from '@abitly/text'
import type { Reminder } from '../../campaigns/content.ts'
import { sendView } from '../../bot/view-reply.ts'
import { checkLimits } from '../../bot/testing/check-limits.ts'
import { reminder } from '../../campaigns/testing/reminder.ts'
import type { View } from '../view.ts'
import { reminderView } from './reminder-view.ts'

const { uk, en } = createI18n(new URL('../../../locales/', import.meta.url))
const NOW = new Date('2026-01-23T05:00:00Z')
const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')

const named = (universityId: number, short: string, shortEn: string | null = null) => ({
  universityId,
  university: { name: { uk: short, en: shortEn }, short: { uk: short, en: shortEn } },
})
const LNU = reminder(1, {
  ...named(10, 'ЛНУ', 'LNU'),
  faculty: { uk: 'прикладна математика та інформатика', en: 'Applied mathematics and informatics' },
  date: '2026-01-24',
  startsAt: '2026-01-24T08:00:00.000Z',
  address: 'Львів, вул. Університетська, 1',
  registrationUrl: 'https://lnu.edu.ua/register',
})
const LP = reminder(2, {
  ...named(20, 'ЛП', 'LP'),
  faculty: { uk: 'комп’ютерні науки', en: null },
  date: '2026-01-26',
  startsAt: '2026-01-26T12:00:00.000Z',
  format: 'online',
  ...{ daysAhead: 3, attends: false, trackedOffers: 1 },
})
const MUTE = { text: 'Не сповіщати', press: { kind: 'mute', of: 'openDays' } }
const card = (label: string, openDayId: number) => ({
  text: label,
  press: { kind: 'open-day', openDayId, place: null },
})
const labels = ({ keyboard = [] }: View): string[] =>
  keyboard.map((row) => row.map((button) => button.text).join(' | '))
const text = (tr: typeof uk, reminders: readonly Reminder[]): string =>
  plain(reminderView(tr, reminders, NOW).text)

describe('the reminder of open days', () => {
  it('says when, whose, what, where, and why it came', () => {
    const view = reminderView(uk, [LNU, LP], NOW)
    expect(plain(view.text)).toBe(
      '🔔 <b>Завтра, у суботу, 24 січня</b>\n' +
        '10:00 — ЛНУ, прикладна математика та інформатика\n' +
        'Львів, вул. Університетська, 1\n\n' +
        '<b>Через 3 дні, у понеділок, 26 січня</b>\n' +
        '14:00 — ЛП, комп’ютерні науки · онлайн\n' +
        '<i>Нагадую, бо ти йдеш на подію ЛНУ та стежиш за пропозицією ЛП.</i>',
    )
    expect(view.keyboard).toEqual([[card('ЛНУ, 10:00', 1), card('ЛП, 14:00', 2)], [MUTE]])
  })

  it('speaks English to whom reads English, with the names there are', () => {
    const view = reminderView(en, [LNU, LP], NOW)
    expect(plain(view.text)).toBe(
      '🔔 <b>Tomorrow, on Saturday, 24 January</b>\n' +
        '10:00 — LNU, Applied mathematics and informatics\n' +
        'Львів, вул. Університетська, 1\n\n' +
        '<b>In 3 days, on Monday, 26 January</b>\n' +
        '14:00 — LP, комп’ютерні науки · online\n' +
        '<i>You get this because you are going to an event of LNU and follow an offer of LP.</i>',
    )
    expect(labels(view)).toEqual(['LNU, 10:00 | LP, 14:00', 'Do not notify me'])
  })

  it.each<[string, Partial<Reminder>, string]>([
    ['an unknown time', { startsAt: null }, '\nЧас уточнюється — ЛНУ, прикладна'],
    ['no faculty', { faculty: null }, '10:00 — ЛНУ, увесь університет\n'],
    ['no address', { address: null }, 'інформатика · офлайн\n<i>'],
    ['both ways', { format: 'mixed' }, 'інформатика · офлайн і онлайн\nЛьвів, вул.'],
    ['an address that does not matter', { format: 'online' }, 'інформатика · онлайн\n<i>Нагадую'],
    ['an invented one', { generated: true }, 'Університетська, 1\n<i>Демонстраційні дані.</i>\n'],
    ['another year', { date: '2027-01-01' }, 'Завтра, у п’ятницю, 1 січня 2027 року</b>'],
    ['names that break what is careless', { address: '<b>&' }, '\n&lt;b&gt;&amp;\n'],
    ['the day of 23 hours', { date: '2026-03-29' }, 'Завтра, у неділю, 29 березня</b>'],
    ['the day of 25 hours', { date: '2026-10-25' }, 'Завтра, у неділю, 25 жовтня</b>'],
  ])('%s', (_name, change, expected) => {
    expect(text(uk, [{ ...LNU, ...change }])).toContain(expected)
  })

  it('begins with the day that is near, whichever there is', () => {
    expect(text(uk, [LP])).toMatch(/^🔔 <b>Через 3 дні, у понеділок, 26 січня<\/b>\n14:00/)
  })

  it('puts two events of one day under one heading', () => {
    expect(text(uk, [LNU, { ...LNU, openDayId: 3 }]).match(/Завтра/g)).toHaveLength(1)
  })
})

describe('the reason of a reminder', () => {
  const attended = (...universities: [number, string][]): Reminder[] =>
    universities.map(([id, short], index) => ({ ...LNU, openDayId: index, ...named(id, short) }))
  const tracked = (trackedOffers: number, ...universities: [number, string][]): Reminder[] =>
    attended(...universities).map((one) => ({ ...one, attends: false, trackedOffers }))
  const many: [number, string][] = Array.from({ length: 8 }, (_, index) => [index, `У${index}`])

  it.each<[string, Reminder[], string, string]>([
    ['one event', attended([1, 'А']), 'йдеш на подію А', 'are going to an event of А'],
    ['two of one university', attended([1, 'А'], [1, 'А']), 'йдеш на події А', 'are going to events of А'],
    ['two', attended([1, 'А'], [2, 'Б']), 'йдеш на події А та Б', 'are going to events of А and Б'],
    ['one offer', tracked(1, [1, 'А']), 'стежиш за пропозицією А', 'follow an offer of А'],
    [
      'one offer, two events',
      tracked(1, [1, 'А'], [1, 'А']),
      'стежиш за пропозицією А',
      'follow an offer of А',
    ],
    ['two offers', tracked(2, [1, 'А']), 'стежиш за пропозиціями А', 'follow offers of А'],
    [
      'both of one event',
      [{ ...LNU, trackedOffers: 1 }],
      'йдеш на подію ЛНУ та стежиш за пропозицією ЛНУ',
      'are going to an event of LNU and follow an offer of LNU',
    ],
    [
      'several of each',
      [...attended([1, 'А'], [2, 'Б']), ...tracked(1, [3, 'В'])],
      'йдеш на події А та Б, а ще стежиш за пропозицією В',
      'are going to events of А and Б, and also follow an offer of В',
    ],
    [
      'more than can be named',
      attended(...many.slice(0, 4)),
      'йдеш на події У0, У1, У2 та ще 1 закладу',
      'are going to events of У0, У1, У2 and 1 more institution',
    ],
    [
      'many more',
      attended(...many),
      'йдеш на події У0, У1, У2 та ще 5 закладів',
      'are going to events of У0, У1, У2 and 5 more institutions',
    ],
  ])('%s', (_name, reminders, inUkrainian, inEnglish) => {
    expect(text(uk, reminders)).toContain(`<i>Нагадую, бо ти ${inUkrainian}.</i>`)
    expect(text(en, reminders)).toContain(`<i>You get this because you ${inEnglish}.</i>`)
  })
})

describe('the buttons of a reminder', () => {
  it.each<[string, Partial<Reminder>, string]>([
    ['and its time', {}, 'ЛНУ, 10:00'],
    ['without a time where there is none', { startsAt: null }, 'ЛНУ'],
    [
      'cut before its time',
      named(1, 'Харківський національний університет'),
      'Харківський національн…, 10:00',
    ],
    ['whether or not one can register', { registrationUrl: null }, 'ЛНУ, 10:00'],
  ])('lead to the card of the one event, by its university %s', (_what, change, label) => {
    const { keyboard } = reminderView(uk, [{ ...LNU, ...change }], NOW)
    expect(keyboard).toEqual([[card(label, 1)], [MUTE]])
    expect(label.length).toBeLessThanOrEqual(30)
  })

  it('lead to each event that the text names, two a row', () => {
    const events = Array.from({ length: 9 }, (_, index) => ({
      ...LNU,
      ...named(index, `У${index}`),
      openDayId: index,
    }))
    const long = { ...LNU, ...named(9, 'Харківський національний'), openDayId: 9 }
    expect(labels(reminderView(uk, [long, LP], NOW))[0]).toBe('Харківс…, 10:00 | ЛП, 14:00')
    expect(labels(reminderView(uk, events, NOW))).toEqual([
      'У0, 10:00 | У1, 10:00',
      'У2, 10:00 | У3, 10:00',
      'У4, 10:00 | У5, 10:00',
      'Не сповіщати',
    ])
  })

  it('name the host where universities and times are alike', () => {
    const other = { ...LNU, openDayId: 3, faculty: null }
    expect(labels(reminderView(uk, [LNU, other, LP], NOW))).toEqual([
      'ЛНУ, 10:00, прикладна математ…',
      'ЛНУ, 10:00, увесь університет',
      'ЛП, 14:00, комп’ютерні науки',
      'Не сповіщати',
    ])
  })
})

describe('the longest reminder', () => {
  const worst = (name: string): Reminder[] =>
    Array.from({ length: 40 }, (_, index) => ({
      ...LNU,
      ...named(index, name, name),
      openDayId: index,
      title: { uk: name, en: name },
      faculty: { uk: name, en: name },
      address: name,
      ...{ date: index < 3 ? '2027-01-24' : '2027-01-26', daysAhead: index < 3 ? 1 : 3 },
      ...{ format: 'mixed', generated: true, trackedOffers: 5 },
    }))

  it.each([
    ['long', uk, 'дуже довга назва '.repeat(20)],
    ['long', en, 'дуже довга назва '.repeat(20)],
    ['full of signs', uk, '&<>'.repeat(100)],
    ['full of signs', en, '&<>'.repeat(100)],
    ['of emoji', uk, '👩‍👩‍👧‍👦'.repeat(100)],
    ['of emoji', en, '👩‍👩‍👧‍👦'.repeat(100)],
    ['right to left', en, 'שלום '.repeat(100)],
  ])('stays one message with names %s', (_what, tr, name) => {
    const view = reminderView(tr, worst(name), NOW)
    expect(view.text.length).toBeLessThanOrEqual(4096)
    const shown = view.text.match(/^10:00/gm)?.length ?? 0
    expect(shown).toBeGreaterThan(0)
    expect(plain(view.text)).toContain(
      tr === uk ? `І ще ${40 - shown} поді` : `And ${40 - shown} more events`,
    )
    expect(view.keyboard?.flat()).toHaveLength(shown + 1)
    checkLimits(sendView(5, view))
  })

  it('shows six events with names that are only long', () => {
    const { text: shown } = reminderView(uk, worst('дуже довга назва '.repeat(20)), NOW)
    expect(shown.match(/^10:00/gm)).toHaveLength(6)
  })

  it('names nothing private in the line that a lock screen shows', () => {
    expect(text(uk, worst('ЛНУ')).split('\n')[0]).toBe('🔔 <b>Завтра, у неділю, 24 січня 2027 року</b>')
  })
})
