import { describe, expect, it } from 'vitest'
import { createI18n } from './i18n.ts'
import {
  atStampText,
  atTimeText,
  dayHeading,
  dayText,
  fromToText,
  momentText,
  onDayText,
  stampText,
  untilDayText,
} from './dates.ts'
import type { Translator } from './translator.ts'

const { uk, en } = createI18n()
const now = new Date('2026-01-20T10:00:00Z')
const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

describe('dates', () => {
  it.each([
    ['2026-01-19T10:00:00Z', 'Понеділок, 19 січня', 'у понеділок, 19 січня', 'до понеділка, 19 січня'],
    ['2026-02-10T10:00:00Z', 'Вівторок, 10 лютого', 'у вівторок, 10 лютого', 'до вівторка, 10 лютого'],
    ['2026-03-11T10:00:00Z', 'Середа, 11 березня', 'у середу, 11 березня', 'до середи, 11 березня'],
    ['2026-04-09T10:00:00Z', 'Четвер, 9 квітня', 'у четвер, 9 квітня', 'до четверга, 9 квітня'],
    ['2026-05-01T10:00:00Z', 'П’ятниця, 1 травня', 'у п’ятницю, 1 травня', 'до п’ятниці, 1 травня'],
    ['2026-06-06T10:00:00Z', 'Субота, 6 червня', 'у суботу, 6 червня', 'до суботи, 6 червня'],
    ['2026-07-05T10:00:00Z', 'Неділя, 5 липня', 'у неділю, 5 липня', 'до неділі, 5 липня'],
  ])('puts the weekday of %s into its case', (at, heading, on, until) => {
    expect(plain(dayHeading(uk, new Date(at), now))).toBe(heading)
    expect(plain(onDayText(uk, new Date(at), now))).toBe(on)
    expect(plain(untilDayText(uk, new Date(at), now))).toBe(until)
  })

  it.each([
    ['2026-08-31T10:00:00Z', '31 серпня', '31 August'],
    ['2026-09-30T10:00:00Z', '30 вересня', '30 September'],
    ['2026-10-02T10:00:00Z', '2 жовтня', '2 October'],
    ['2026-11-03T10:00:00Z', '3 листопада', '3 November'],
    ['2026-12-04T10:00:00Z', '4 грудня', '4 December'],
    ['2027-01-24T10:00:00Z', '24 січня 2027 року', '24 January 2027'],
    ['2025-07-24T10:00:00Z', '24 липня 2025 року', '24 July 2025'],
  ])('names the year of %s only when it is another one', (at, ukText, enText) => {
    expect(plain(dayText(uk, new Date(at), now))).toBe(ukText)
    expect(plain(dayText(en, new Date(at), now))).toBe(enText)
  })

  it.each([
    ['winter', '2026-01-24T21:59:00Z', '24 січня, 23:59'],
    ['winter midnight', '2026-01-24T22:00:00Z', '25 січня, 00:00'],
    ['summer', '2026-07-24T06:40:00Z', '24 липня, 09:40'],
    ['before the clocks go forward', '2026-03-29T00:59:00Z', '29 березня, 02:59'],
    ['after the clocks go forward', '2026-03-29T01:00:00Z', '29 березня, 04:00'],
    ['new year in Kyiv', '2025-12-31T22:00:00Z', '1 січня, 00:00'],
  ])('tells Kyiv time: %s', (_name, at, shown) => {
    expect(plain(momentText(uk, new Date(at), now))).toBe(shown)
  })

  it.each([
    [8, 'о 10:00', 'at 10:00'],
    [9, 'об 11:00', 'at 11:00'],
    [10, 'о 12:00', 'at 12:00'],
    [17, 'о 19:00', 'at 19:00'],
    [23, 'о 01:00', 'at 01:00'],
  ])('says «об» at eleven only: %i UTC', (hour, ukText, enText) => {
    const at = new Date(Date.UTC(2026, 0, 24, hour))
    expect(atTimeText(uk, at)).toBe(ukText)
    expect(atTimeText(en, at)).toBe(enText)
  })

  it.each<[string, Translator, string, string]>([
    ['uk', uk, 'у суботу, 24 січня', 'з 10:00 до 13:00'],
    ['en', en, 'on Saturday, 24 January', 'from 10:00 to 13:00'],
  ])('says when, in %s', (_name, tr, day, hours) => {
    const at = new Date('2026-01-24T08:00:00Z')
    expect(plain(onDayText(tr, at, now))).toBe(day)
    expect(plain(fromToText(tr, at, new Date('2026-01-24T11:00:00Z')))).toBe(hours)
  })

  it.each([
    ['2026-01-20T09:03:07Z', '11:03:07', 'об 11:03:07', '11:03:07', 'at 11:03:07'],
    [
      '2026-01-19T21:59:07Z',
      '19 січня, 23:59:07',
      '19 січня о 23:59:07',
      '19 January, 23:59:07',
      '19 January at 23:59:07',
    ],
  ])('names the day of the stamp %s only when it is another one', (at, ukText, ukAt, enText, enAt) => {
    expect(plain(stampText(uk, new Date(at), now))).toBe(ukText)
    expect(plain(atStampText(uk, new Date(at), now))).toBe(ukAt)
    expect(plain(stampText(en, new Date(at), now))).toBe(enText)
    expect(plain(atStampText(en, new Date(at), now))).toBe(enAt)
  })

  it('keeps the day and its month on one line', () => {
    expect(dayText(uk, new Date('2026-01-24T08:00:00Z'), now)).toBe('24\u00A0січня')
  })
})
