import type { OpenDayTemplates } from './catalogue-schema.ts'
import { addDays, kyivMoment, weekday } from './kyiv-time.ts'
import type { Random } from './random.ts'
import { pick, seededRandom } from './random.ts'
import type { Row } from './table-rows.ts'

/** Where invented open days can take place. */
export interface Host {
  universityId: number
  faculties: readonly { id: number; nameUk: string; nameEn: string | null }[]
}

const SUNDAY = 0
const SATURDAY = 6

/**
 * Invents the open days of `days` calendar dates from `from` on: always the same for the same date, so that a
 * later call only adds what is new. About one a day, most of them on Saturdays.
 */
export function generateOpenDays(
  from: string,
  days: number,
  hosts: readonly Host[],
  words: OpenDayTemplates,
): Row[] {
  return Array.from({ length: days }, (_, index) => addDays(from, index)).flatMap((date) => {
    const random = seededRandom(`open-days/${date}`)
    return Array.from({ length: howMany(date, random) }, (_, index) =>
      openDay(date, index, random, hosts, words),
    )
  })
}

function howMany(date: string, random: Random): number {
  if (weekday(date) === SATURDAY) return 2 + Math.floor(random() * 3)
  if (weekday(date) === SUNDAY) return Math.floor(random() * 2)
  return random() < 0.6 ? 1 : 0
}

function openDay(
  date: string,
  index: number,
  random: Random,
  hosts: readonly Host[],
  words: OpenDayTemplates,
): Row {
  const title = pick(random, words.titles)
  const suitable = title.faculty === true ? hosts.filter(({ faculties }) => faculties.length > 0) : hosts
  const host = pick(random, suitable)
  const faculty = title.faculty === true ? pick(random, host.faculties) : null
  const key = `generated:${date}:${index}`
  return {
    source_key: key,
    generated: true,
    university_id: host.universityId,
    faculty_id: faculty?.id ?? null,
    title_uk: faculty === null ? title.uk : `${title.uk}: ${faculty.nameUk}`,
    title_en: faculty === null ? title.en : `${title.en}: ${faculty.nameEn ?? faculty.nameUk}`,
    date,
    ...times(date, random),
    ...place(
      title.online === true ? 'online' : pick(random, ['offline', 'offline', 'offline', 'mixed']),
      key,
      random,
      words,
    ),
    ...registration(date, key, random),
    programme: words.programme,
    audience: pick(random, words.audiences),
  }
}

/** A quarter of them do not say when. */
function times(date: string, random: Random): Row {
  if (random() < 0.25) return { starts_at: null, ends_at: null }
  const hour = pick(random, [10, 10, 11, 12, 14, 15])
  const minute = pick(random, [0, 0, 30])
  return {
    starts_at: kyivMoment(date, hour, minute),
    ends_at: random() < 0.7 ? kyivMoment(date, hour + 2, minute) : null,
  }
}

/** Links lead to a domain that is reserved for examples. */
function place(format: string, key: string, random: Random, words: OpenDayTemplates): Row {
  const slug = key.replaceAll(':', '-')
  return {
    format,
    address: format === 'online' ? null : pick(random, words.addresses),
    stream_url: format === 'offline' ? null : `https://example.org/stream/${slug}`,
  }
}

/** A third of them want to know who comes, until the evening before or two days before that. */
function registration(date: string, key: string, random: Random): Row {
  if (random() >= 0.35) return { registration_url: null, registration_deadline: null }
  return {
    registration_url: `https://example.org/registration/${key.replaceAll(':', '-')}`,
    registration_deadline: kyivMoment(addDays(date, pick(random, [-1, -3])), 18, 0),
  }
}
