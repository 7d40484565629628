import { digestView } from '../../../../use-cases/digest/digest-view.ts'
import { MODELLED_PARTS } from '../../../../use-cases/offer/data-lines.ts'
import { openDayUpdateView } from '../../../../use-cases/open-day-update/open-day-update-view.ts'
import { reminderView } from '../../../../use-cases/reminder/reminder-view.ts'
import { offerChange, standing } from '../../../../campaigns/testing/offer-change.ts'
import { openDay } from '../../../../campaigns/testing/open-day.ts'
import { reminder } from '../../../../campaigns/testing/reminder.ts'
import type { Chapter } from '../chapter.ts'

const NOW = new Date('2026-01-23T05:00:00Z')
const DIGEST_AT = new Date('2026-07-25T05:00:00Z')

const named = (universityId: number, uk: string, en: string) => ({
  universityId,
  university: { name: { uk, en }, short: { uk, en } },
})
const FACULTY = { uk: 'Факультет прикладної математики', en: 'Applied mathematics' }
const LNU = reminder(1, {
  ...named(10, 'ЛНУ', 'LNU'),
  faculty: FACULTY,
  startsAt: '2026-01-24T08:00:00.000Z',
  address: 'Львів, вул. Університетська, 1',
  registrationUrl: 'https://lnu.example/register',
})
const LP = reminder(2, {
  ...named(20, 'ЛП', 'LP'),
  ...{ date: '2026-01-26', startsAt: null, format: 'online', daysAhead: 3, attends: false, trackedOffers: 1 },
})

export const reminders: Chapter = {
  heading: 'Reminders of open days',
  async play({ note }) {
    note('An event attended, another of a followed offer', (tr) => reminderView(tr, [LNU, LP], NOW))
    const universities = [
      ['ЛНУ', 'LNU'],
      ['ЛП', 'LP'],
      ['КПІ', 'KPI'],
      ['ХНУРЕ', 'NURE'],
      ['ОНУ', 'ONU'],
    ] as const
    const many = universities.map(([uk, en], index) =>
      reminder(index + 1, {
        ...LNU,
        ...named(index, uk, en),
        openDayId: index,
        trackedOffers: index < 2 ? 1 : 0,
      }),
    )
    note('Many events', (tr) => reminderView(tr, [...many, ...many], NOW))
    note('One without an address', (tr) =>
      reminderView(tr, [{ ...LNU, address: null, registrationUrl: null }], NOW),
    )
    note('One that is invented', (tr) => reminderView(tr, [{ ...LP, generated: true, format: 'mixed' }], NOW))
  },
}

export const openDayUpdates: Chapter = {
  heading: 'Edited open days',
  async play({ note }) {
    const event = openDay(1, {
      ...named(10, 'ЛНУ', 'LNU'),
      title: { uk: 'День відкритих дверей факультету', en: 'Faculty open day' },
      faculty: FACULTY,
      date: '2026-01-24',
      startsAt: '2026-01-24T08:00:00.000Z',
      endsAt: '2026-01-24T11:00:00.000Z',
      address: 'Львів, вул. Університетська, 1',
      registrationUrl: 'https://lnu.example/register',
      registrationDeadline: '2026-01-22T10:00:00.000Z',
    })
    const online = {
      ...event,
      startsAt: null,
      endsAt: null,
      format: 'online',
      faculty: null,
      generated: true,
    } as const
    note('Without an address', (tr) =>
      openDayUpdateView(
        tr,
        [
          { ...event, address: null },
          { ...event, address: null, format: 'mixed' },
        ],
        NOW,
      ),
    )
    note('One', (tr) => openDayUpdateView(tr, [event], NOW))
    note('Many', (tr) => openDayUpdateView(tr, [online, ...Array.from({ length: 7 }, () => event)], NOW))
  },
}

export const digest: Chapter = {
  heading: 'The daily digest',
  async play({ note }) {
    const show = (title: string, changes: ReturnType<typeof offerChange>[]): void =>
      note(title, (tr) => digestView(tr, changes, DIGEST_AT))
    const names = (uk: string, en: string) => ({ university: { uk, en } })
    const nowhere = { rankBest: null, rankWorst: null, tier: null }
    show('A better place', [offerChange(1)])
    show('Everything that can change', [
      offerChange(1, { now: standing({ rankBest: 90, rankWorst: 92, tier: 'low' }) }),
      offerChange(2, {
        ...names('ХНУРЕ', 'NURE'),
        before: standing(nowhere),
        dataAt: '2026-07-23T06:40:00.000Z',
      }),
      offerChange(3, { ...names('ЛП', 'LP'), now: standing(nowhere) }),
      offerChange(4, { ...names('КПІ', 'KPI'), told: ['cutoff'], now: standing({ cutoff: 171_204 }) }),
      offerChange(5, {
        ...names('ОНУ', 'ONU'),
        told: ['cutoff', 'applied'],
        before: standing({ cutoff: 168_000 }),
        now: standing({ cutoff: 171_204, applied: 512 }),
      }),
      offerChange(6, {
        ...names('СумДУ', 'SumDU'),
        now: standing({ ...nowhere, tier: 'none' }),
      }),
    ])
    const cutoff = { told: ['standing', 'cutoff'] } satisfies Parameters<typeof offerChange>[1]
    show('Place and cut-off, applications, a place without a chance', [
      offerChange(1, { ...cutoff, now: standing({ rankBest: 60, rankWorst: 60, cutoff: 171_204 }) }),
      offerChange(2, {
        ...cutoff,
        ...names('ХНУРЕ', 'NURE'),
        before: standing({ cutoff: 168_000 }),
        now: standing({ rankBest: 60, rankWorst: 60, cutoff: 171_204 }),
      }),
      offerChange(3, { ...names('ЛП', 'LP'), told: ['applied'], now: standing({ applied: 512 }) }),
      offerChange(4, { ...names('КПІ', 'KPI'), before: standing(nowhere), now: standing({ tier: null }) }),
    ])
    show(
      'Modelled, and more than are shown',
      Array.from({ length: 12 }, (_, index) =>
        offerChange(index + 1, {
          modelled: [...MODELLED_PARTS],
          ...names(`У ${index + 1}`, `U ${index + 1}`),
        }),
      ),
    )
  },
}
