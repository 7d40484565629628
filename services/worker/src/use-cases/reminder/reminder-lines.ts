import { onDayText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Reminder } from '../../campaigns/reminder-event.ts'
import { startTime } from '../open-days/event-buttons.ts'
import { hostName, inLanguage, noonOf, shownName } from '../open-days/open-day-names.ts'

/** Names of ordinary length; longer ones are cut, so that several events share one message. */
const UNIVERSITY = 40
const NAME = 80

/** «Завтра, у суботу, 24 січня», above the events of that day. */
export function dayLine(tr: Translator, { date, daysAhead }: Reminder, now: Date): string {
  const onDay = onDayText(tr, noonOf(date), now)
  return tr.text('reminder-day', { days: daysAhead === 1 ? 'one' : 'three', onDay })
}

/** One event: when, whose, what; then where, if that is a place. */
export function eventLines(tr: Translator, reminder: Reminder): string[] {
  const { format, address, generated } = reminder
  const place = format === 'online' ? null : address
  return [
    format === 'offline' && place !== null
      ? whatText(tr, reminder)
      : tr.text('reminder-event-format', { event: whatText(tr, reminder), format }),
    ...(place === null ? [] : [shownName(place, NAME)]),
    ...(generated ? [tr.text('open-day-generated')] : []),
  ]
}

/** What people call the university, ready for a message. */
export function universityText(tr: Translator, { university }: Reminder, length = UNIVERSITY): string {
  return shownName(inLanguage(tr, university.short), length)
}

function whatText(tr: Translator, reminder: Reminder): string {
  return tr.text('reminder-event', {
    time: startTime(reminder) ?? tr.text('open-days-time-unknown'),
    university: universityText(tr, reminder),
    host: shownName(hostName(tr, reminder), NAME),
  })
}
