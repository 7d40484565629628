import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'
import type { CalendarEvent } from './calendar-file.ts'

const EVENT: CalendarEvent = {
  id: 'open-day-17',
  madeAt: '2026-01-20T10:00:00.000Z',
  title: 'ЛНУ: День відкритих дверей',
  date: '2026-01-24',
  startsAt: '2026-01-24T08:00:00.000Z',
  endsAt: '2026-01-24T11:00:00.000Z',
  place: 'Львів, вул. Університетська, 1',
  description: '',
}

/** Its lines as they were before they were folded. */
function linesOf(change: Partial<CalendarEvent> = {}): string[] {
  return calendarFile({ ...EVENT, ...change })
    .replaceAll('\r\n ', '')
    .split('\r\n')
}

/** The value of a text property, as a calendar reads it. */
function textOf(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((one) => one.startsWith(`${name}:`))
  return line
    ?.slice(name.length + 1)
    .replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))
}

describe('a calendar file', () => {
  it('is one event with its times in UTC', () => {
    expect(linesOf()).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Abitly//abitly-bot//EN',
      'BEGIN:VEVENT',
      'UID:open-day-17@abitly-bot',
      'DTSTAMP:20260120T100000Z',
      'DTSTART:20260124T080000Z',
      'DTEND:20260124T110000Z',
      'SUMMARY:ЛНУ: День відкритих дверей',
      'LOCATION:Львів\\, вул. Університетська\\, 1',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it.each([
    ['2026-01-24', '20260124', '20260125'],
    ['2026-02-28', '20260228', '20260301'],
    ['2026-03-29', '20260329', '20260330'],
    ['2026-12-31', '20261231', '20270101'],
  ])('takes the whole day where the time is unknown: %s', (date, day, next) => {
    const lines = linesOf({ date, startsAt: null, endsAt: null })
    expect(lines).toContain(`DTSTART;VALUE=DATE:${day}`)
    expect(lines).toContain(`DTEND;VALUE=DATE:${next}`)
  })

  it.each([null, '2026-01-24T08:00:00.000Z', '2026-01-24T07:00:00.000Z'])(
    'invents no end for %j',
    (endsAt) => {
      expect(linesOf({ endsAt }).filter((line) => line.startsWith('DTEND'))).toEqual([])
    },
  )

  it('leaves out what is not known', () => {
    const names = linesOf({ place: null }).map((line) => line.split(':')[0])
    expect(names).not.toContain('LOCATION')
    expect(names).not.toContain('DESCRIPTION')
  })

  it('keeps every text within its property, whatever it holds', () => {
    const title = 'a;b,c\\n\\d\r\nEND:VEVENT\u0007\u2028x'
    const lines = linesOf({ title })
    expect(textOf(lines, 'SUMMARY')).toBe('a;b,c\\n\\d\nEND:VEVENT \u2028x')
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  })

  it('folds at 75 octets, tears no letter, ends each line as it must', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(text, text, (title, description) => {
        const file = calendarFile({ ...EVENT, title, description })
        expect(file).toMatch(/END:VCALENDAR\r\n$/)
        const rows = file.split('\r\n')
        for (const row of rows) {
          expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
          expect(row).not.toMatch(/[\r\n]/)
          expect(Buffer.from(row).toString()).toBe(row)
        }
        const clean = description.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ')
        const read = textOf(file.replaceAll('\r\n ', '').split('\r\n'), 'DESCRIPTION')
        expect(read ?? '').toBe(clean)
      }),
    )
  })

  it('holds no half of a letter', () => {
    expect(textOf(linesOf({ title: 'a\uD83D' }), 'SUMMARY')).toBe('a\uFFFD')
  })
})
