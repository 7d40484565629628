import type { OpenDay } from '@abitly/database'

/** A faculty's open day at Lviv university on 9 August 2025, from 10:00 to 13:00, unless told otherwise. */
export function sampleOpenDay(openDayId: number, change: Partial<OpenDay> = {}): OpenDay {
  return {
    openDayId,
    universityId: 282,
    regionId: 14,
    title: { uk: 'День факультету прикладної математики', en: 'Day of applied mathematics' },
    university: {
      name: { uk: 'Львівський національний університет імені Івана Франка', en: 'Lviv University' },
      short: { uk: 'ЛНУ', en: 'LNU' },
    },
    faculty: { uk: 'Факультет прикладної математики та інформатики', en: null },
    date: '2025-08-09',
    startsAt: new Date('2025-08-09T07:00:00Z'),
    endsAt: new Date('2025-08-09T10:00:00Z'),
    format: 'offline',
    address: 'Львів, вул. Університетська, 1',
    streamUrl: null,
    registrationUrl: 'https://lnu.example/register',
    registrationDeadline: new Date('2025-08-07T15:00:00Z'),
    programme: null,
    audience: null,
    contacts: null,
    generated: false,
    attending: false,
    ...change,
  }
}

/** So many regions, universities and specialities to choose of. */
export function sampleChoices(n: number) {
  const ids = Array.from({ length: n }, (_, index) => index + 1)
  return {
    regions: [
      { id: 14, nameUk: 'Львівська область', nameEn: 'Lviv region' },
      { id: 27, nameUk: 'Київ', nameEn: 'Kyiv' },
    ],
    universities: [
      {
        id: 282,
        regionId: 14,
        nameUk: 'Львівський національний університет імені Івана Франка',
        nameEn: 'Lviv University',
        shortUk: 'ЛНУ',
        shortEn: 'LNU',
      },
      ...ids.map((id) => ({
        id: 9_000_000 + id,
        regionId: 27,
        nameUk: `Мистецький інститут ім’я № ${id}`,
        nameEn: null,
        shortUk: `МІ ${id}`,
        shortEn: null,
      })),
    ],
    specialities: ids.map((id) => ({ code: `F${id}`, nameUk: `Комп’ютерні науки ${id}`, nameEn: null })),
  }
}
