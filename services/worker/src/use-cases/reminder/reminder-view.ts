import { counted, letterCount, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Reminder } from '../../campaigns/reminder-event.ts'
import { isWebAddress } from '../link-address.ts'
import { muteButton } from '../notifications/notifications-view.ts'
import { inLanguage } from '../open-days/open-day-names.ts'
import type { Button, Keyboard, View } from '../view.ts'
import { reasonLine } from './reason-line.ts'
import { dayLine, eventLines, startTime } from './reminder-lines.ts'

/** More would not fit on a screen; the rest is counted. */
const SHOWN = 6
/** Rows of events under the message: more would push it off the screen. */
const EVENT_ROWS = 3
const LABEL = 30
/** What Telegram takes, before it has read the formatting: that is the safe side. */
const LONGEST = 4096

/**
 * Reminds a student of all events of one day's run.
 * @param reminders at least one, by date and time
 */
export function reminderView(tr: Translator, reminders: readonly Reminder[], now: Date): View {
  const shown = shownCount(tr, reminders, now)
  return {
    text: textOf(tr, reminders, shown, now),
    keyboard: keyboard(tr, reminders.slice(0, shown), now),
  }
}

/** As many events as fit into one message; names of nothing but «&» take five times their length. */
function shownCount(tr: Translator, reminders: readonly Reminder[], now: Date): number {
  let shown = Math.min(SHOWN, reminders.length)
  while (shown > 1 && textOf(tr, reminders, shown, now).length > LONGEST) shown -= 1
  return shown
}

function textOf(tr: Translator, reminders: readonly Reminder[], shown: number, now: Date): string {
  const days = [...new Set(reminders.slice(0, shown).map(({ date }) => date))].map((date) =>
    dayText(
      tr,
      reminders.slice(0, shown).filter((one) => one.date === date),
      now,
    ),
  )
  const rest = reminders.length - shown
  const ending = [
    ...(rest > 0 ? [tr.text('open-day-update-more', counted(tr, 'n', rest))] : []),
    reasonLine(tr, reminders),
  ]
  return `${tr.text('reminder-title', { day: days.join('\n\n') })}\n${ending.join('\n')}`
}

function dayText(tr: Translator, reminders: readonly Reminder[], now: Date): string {
  const [first] = reminders
  const heading = first === undefined ? [] : [dayLine(tr, first, now)]
  return [...heading, ...reminders.flatMap((reminder) => eventLines(tr, reminder))].join('\n')
}

/** Each message we begin carries the switch that ends its kind. */
function keyboard(tr: Translator, reminders: readonly Reminder[], now: Date): Keyboard {
  const events = reminders.map((reminder) => eventButtons(tr, reminder, now)).filter((row) => row.length > 0)
  return [...events.slice(0, EVENT_ROWS), [muteButton(tr, 'openDays')]]
}

/** The row of one event: the place for whatever a student can do about it. Empty: nothing. */
function eventButtons(tr: Translator, reminder: Reminder, now: Date): Button[] {
  const { registrationUrl: url, registrationDeadline: deadline } = reminder
  const closed = deadline !== null && new Date(deadline) <= now
  if (url === null || closed || !isWebAddress(url)) return []
  return [{ text: registrationLabel(tr, reminder), url }]
}

/** «Реєстрація: ЛНУ, 10:00»: the name is cut, not the time that tells two events of one university apart. */
function registrationLabel(tr: Translator, reminder: Reminder): string {
  const time = startTime(reminder)
  const label = (university: string): string =>
    time === null
      ? tr.text('button-registration', { university })
      : tr.text('button-registration-at', { university, time })
  const room = LABEL - letterCount(label(''))
  return label(plainName(inLanguage(tr, reminder.university.short), room))
}
