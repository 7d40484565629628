import { describe, expect, it } from 'vitest'
import { deliveryContent } from './content.ts'
import type { CampaignContent, DeliveryContent } from './content.ts'
import { contentFor } from './recipient-content.ts'
import { openDay } from './testing/open-day.ts'
import { reminder, reminderEvent } from './testing/reminder.ts'

const EDITED: CampaignContent = { kind: 'open-days', events: [openDay(1), openDay(2)] }
const NEAR: CampaignContent = {
  kind: 'reminders',
  day: '2026-01-23',
  events: [reminderEvent(1), reminderEvent(2)],
}
const edit = (openDayId: number, editedAt = openDay(openDayId).editedAt) => ({ openDayId, editedAt })
const why = (openDayId: number) => ({
  ...{ openDayId, daysAhead: 3 as const, attends: false, trackedOffers: 2 },
})

describe('what one recipient is told', () => {
  it('is the edited open days of its delivery, in that order', () => {
    expect(contentFor(EDITED, { edits: [edit(2), edit(1)] })).toEqual({
      kind: 'open-days',
      events: [openDay(2), openDay(1)],
    })
  })

  it('is the near open days of its delivery, with the reasons', () => {
    expect(contentFor(NEAR, { reminders: [why(2)] })).toEqual({
      kind: 'reminders',
      reminders: [reminder(2, why(2))],
    })
  })

  it.each<[string, CampaignContent, DeliveryContent | null]>([
    ['an open day the campaign does not know', EDITED, { edits: [edit(3)] }],
    ['another edit of it', EDITED, { edits: [edit(1, '2020-01-01T00:00:00.000Z')] }],
    ['nothing', EDITED, null],
    ['a reminder where edits are told', EDITED, { reminders: [why(1)] }],
    ['a reminder of an open day the campaign does not know', NEAR, { reminders: [why(3)] }],
    ['no reminder', NEAR, null],
    ['an edit where reminders are told', NEAR, { edits: [edit(1)] }],
  ])('is refused when its delivery names %s', (_what, content, delivery) => {
    expect(() => contentFor(content, delivery)).toThrow()
  })

  it('is the same for everybody in a broadcast', () => {
    const text: CampaignContent = { kind: 'text', text: 'Hello', entities: [], buttons: [] }
    expect(contentFor(text, null)).toBe(text)
  })

  it.each([{ reminders: [] }, { reminders: [{ ...why(1), daysAhead: 2 }] }, { edits: [] }, {}])(
    'cannot be stored as %j',
    (content) => {
      expect(deliveryContent.safeParse(content).success).toBe(false)
    },
  )
})
