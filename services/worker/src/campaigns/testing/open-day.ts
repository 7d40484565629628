import type { OpenDayEvent } from '../content.ts'

/** An open day of region 1, university 10, speciality F3, unless told otherwise. */
export function openDay(openDayId: number, change: Partial<OpenDayEvent> = {}): OpenDayEvent {
  return {
    openDayId,
    editedAt: '2026-07-24T08:00:00.000Z',
    universityId: 10,
    regionId: 1,
    specialityCodes: ['F3'],
    title: { uk: `День ${openDayId}`, en: null },
    university: { name: { uk: 'Університет', en: null }, short: { uk: 'У', en: null } },
    faculty: null,
    date: '2026-08-01',
    startsAt: null,
    endsAt: null,
    format: 'offline',
    address: null,
    streamUrl: null,
    registrationUrl: null,
    registrationDeadline: null,
    generated: false,
    ...change,
  }
}
