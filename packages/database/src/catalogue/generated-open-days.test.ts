import { describe, expect, it } from 'vitest'
import type { OpenDayTemplates } from './catalogue-schema.ts'
import { generateOpenDays } from './generated-open-days.ts'
import { addDays } from './kyiv-time.ts'

const HOSTS = [
  { universityId: 41, faculties: [{ id: 7, nameUk: 'факультет', nameEn: 'faculty' }] },
  { universityId: 9_000_001, faculties: [] },
]
const WORDS: OpenDayTemplates = {
  titles: [
    { uk: 'день', en: 'day' },
    { uk: 'день факультету', en: 'faculty day', faculty: true },
    { uk: 'онлайн', en: 'online', online: true },
  ],
  addresses: ['корпус'],
  audiences: ['усі'],
  programme: 'програма',
}
const TODAY = '2026-11-21'
const WEEKS = generateOpenDays(TODAY, 42, HOSTS, WORDS)

describe('invented open days', () => {
  it('are about forty in six weeks, each of them marked', () => {
    expect(WEEKS.length).toBeGreaterThan(30)
    expect(WEEKS.length).toBeLessThan(50)
    for (const { generated, source_key: key, date } of WEEKS) {
      expect(generated).toBe(true)
      expect(key).toContain(date)
    }
  })

  it('stay the same when they are invented again on a later day', () => {
    const later = generateOpenDays(addDays(TODAY, 7), 42, HOSTS, WORDS)
    const overlap = WEEKS.filter((day) => String(day.date) >= addDays(TODAY, 7))
    expect(later.slice(0, overlap.length)).toEqual(overlap)
  })

  it('are of all kinds: without a time, online, with a deadline', () => {
    const count = (test: (day: (typeof WEEKS)[number]) => boolean) => WEEKS.filter(test).length
    expect(count((day) => day.starts_at === null)).toBeGreaterThan(3)
    expect(count((day) => day.format === 'online')).toBeGreaterThan(3)
    expect(count((day) => day.registration_deadline !== null)).toBeGreaterThan(3)
  })

  it("belong to a faculty when they are a faculty's, and online ones have no address", () => {
    for (const day of WEEKS) {
      expect(day.faculty_id !== null).toBe(String(day.title_uk).startsWith('день факультету'))
      expect(day.address === null).toBe(day.format === 'online')
      expect(day.stream_url === null).toBe(day.format === 'offline')
    }
  })
})
