import type { OpenDay } from '@abitly/database'
import { plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { CalendarEvent } from '../../calendar/calendar-file.ts'
import { isWebAddress } from '../link-address.ts'
import { inLanguage } from './open-day-names.ts'

const TITLE = 200
const TEXT = 500

/** An open day as an event of a calendar, in the language of its reader. */
export function calendarEvent(tr: Translator, openDay: OpenDay, now: Date): CalendarEvent {
  const { openDayId, date, startsAt, endsAt, format, address, streamUrl, registrationUrl } = openDay
  const { title, university, programme, generated } = openDay
  const pages = [registrationUrl, streamUrl].filter((url) => url !== null && isWebAddress(url))
  const description = [
    inLanguage(tr, university.name),
    plainName(programme ?? '', TEXT),
    ...pages,
    ...(generated ? [tr.text('open-day-generated-plain')] : []),
  ].filter((line) => line !== '')
  const short = inLanguage(tr, university.short)
  return {
    id: `open-day-${openDayId}`,
    madeAt: now.toISOString(),
    title: plainName(`${short}: ${inLanguage(tr, title)}`, TITLE),
    date,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    place: format === 'online' || address === null ? null : `${short}, ${address}`,
    description: description.join('\n'),
  }
}
