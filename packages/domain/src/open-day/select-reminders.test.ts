import { describe, expect, it } from 'vitest'
import { selectReminders } from './select-reminders.ts'
import type { ReminderInterest, SelectedReminder } from './select-reminders.ts'

const TODAY = '2026-01-23'
/** Of two universities: one event each tomorrow, one of the first in three days. */
const TOMORROW = { openDayId: 1, universityId: 10, date: '2026-01-24' }
const ELSEWHERE = { openDayId: 2, universityId: 20, date: '2026-01-24' }
const IN_THREE = { openDayId: 3, universityId: 10, date: '2026-01-26' }
const EVENTS = [TOMORROW, ELSEWHERE, IN_THREE]

const who = (student: number, change: Partial<ReminderInterest<number>>): ReminderInterest<number> => ({
  ...{ student, attends: [], tracks: [] },
  ...change,
})
const told = (
  openDayId: number,
  daysAhead: SelectedReminder['daysAhead'],
  reasons: Partial<SelectedReminder>,
): SelectedReminder => ({ openDayId, daysAhead, attends: false, trackedOffers: 0, ...reasons })

describe('selectReminders', () => {
  it.each<[string, Partial<ReminderInterest<number>>, SelectedReminder[]]>([
    ['who attends', { attends: [2] }, [told(2, 1, { attends: true })]],
    [
      'who tracks an offer of the university',
      { tracks: [10] },
      [told(1, 1, { trackedOffers: 1 }), told(3, 3, { trackedOffers: 1 })],
    ],
    [
      'who does both, once, with both reasons',
      { attends: [1], tracks: [10] },
      [told(1, 1, { attends: true, trackedOffers: 1 }), told(3, 3, { trackedOffers: 1 })],
    ],
    ['who tracks two offers, once', { tracks: [20, 20] }, [told(2, 1, { trackedOffers: 2 })]],
    ['who is named as attending twice, once', { attends: [2, 2] }, [told(2, 1, { attends: true })]],
    [
      'who attends two events, of both together',
      { attends: [3, 1] },
      [told(1, 1, { attends: true }), told(3, 3, { attends: true })],
    ],
  ])('reminds %s', (_name, interest, reminders) => {
    expect(selectReminders(EVENTS, [who(7, interest)], TODAY)).toEqual([{ student: 7, reminders }])
  })

  it('gives a student one message, however many interests say the same', () => {
    const interests = [
      who(7, { attends: [1], tracks: [20] }),
      who(8, { tracks: [20] }),
      who(7, { attends: [1, 3] }),
    ]
    const [seven, eight, ...others] = selectReminders(EVENTS, interests, TODAY)
    expect(others).toEqual([])
    expect(eight).toEqual({ student: 8, reminders: [told(2, 1, { trackedOffers: 1 })] })
    expect(seven).toEqual({
      student: 7,
      reminders: [
        told(1, 1, { attends: true }),
        told(2, 1, { trackedOffers: 1 }),
        told(3, 3, { attends: true }),
      ],
    })
  })

  it.each([
    ['who attends another event', { attends: [4] }],
    ['who tracks another university', { tracks: [1] }],
    ['who does neither', {}],
  ])('leaves out %s', (_name, interest) => {
    expect(selectReminders(EVENTS, [who(7, interest)], TODAY)).toEqual([])
  })

  it('reminds nobody when there is no event, or nobody is interested', () => {
    expect(selectReminders([], [who(7, { attends: [1], tracks: [10] })], TODAY)).toEqual([])
    expect(selectReminders(EVENTS, [], TODAY)).toEqual([])
  })

  // Yesterday, today, and the five days that follow.
  it.each([
    ['a usual week', '01-22 01-23 01-24 01-25 01-26 01-27 01-28'],
    ['the end of a month', '04-28 04-29 04-30 05-01 05-02 05-03 05-04'],
    ['before the day of 23 hours', '03-27 03-28 03-29 03-30 03-31 04-01 04-02'],
    ['on the day of 23 hours', '03-28 03-29 03-30 03-31 04-01 04-02 04-03'],
    ['before the day of 25 hours', '10-23 10-24 10-25 10-26 10-27 10-28 10-29'],
    ['on the day of 25 hours', '10-24 10-25 10-26 10-27 10-28 10-29 10-30'],
  ])('concerns what is 1 or 3 days away only: %s', (_name, week) => {
    const dates = week.split(' ').map((day) => `2026-${day}`)
    const events = dates.map((date, openDayId) => ({ openDayId, universityId: 10, date }))
    const [one] = selectReminders(events, [who(7, { tracks: [10] })], dates[1] ?? '')
    expect(one?.reminders).toEqual([told(2, 1, { trackedOffers: 1 }), told(4, 3, { trackedOffers: 1 })])
  })
})
