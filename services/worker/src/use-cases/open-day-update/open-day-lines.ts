import { atTimeText, dayHeading, fromToText, untilDayText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'
import { inLanguage, noonOf, shownName } from '../open-days/open-day-names.ts'

/** A name of ordinary length; longer ones are cut, so that several events share one message. */
const NAME = 100

/** One open day: when, whose, what, where, until when to register. */
export function openDayLines(tr: Translator, event: OpenDayEvent, now: Date): string[] {
  const { university, faculty, title, registrationDeadline, generated } = event
  const host =
    faculty === null ? tr.text('open-day-whole-university') : shownName(inLanguage(tr, faculty), NAME)
  const until = registrationDeadline === null ? null : untilDayText(tr, new Date(registrationDeadline), now)
  return [
    whenText(tr, event, now),
    tr.text('open-day-host', { university: shownName(inLanguage(tr, university.short), NAME), host }),
    shownName(inLanguage(tr, title), NAME),
    placeText(tr, event),
    ...(until === null ? [] : [tr.text('open-day-registration', { until })]),
    ...(generated ? [tr.text('open-day-generated')] : []),
  ]
}

/** The day of an event, as a heading. */
export function eventDay(tr: Translator, { date }: OpenDayEvent, now: Date): string {
  return dayHeading(tr, noonOf(date), now)
}

function whenText(tr: Translator, event: OpenDayEvent, now: Date): string {
  const { startsAt, endsAt } = event
  const day = eventDay(tr, event, now)
  if (startsAt === null) return tr.text('open-day-when-unknown', { day })
  const start = new Date(startsAt)
  const time = endsAt === null ? atTimeText(tr, start) : fromToText(tr, start, new Date(endsAt))
  return tr.text('open-day-when', { day, time })
}

function placeText(tr: Translator, { format, address }: OpenDayEvent): string {
  if (address === null || format === 'online') return tr.text('open-day-format', { format })
  return tr.text('open-day-place', { format, address: shownName(address, NAME) })
}
