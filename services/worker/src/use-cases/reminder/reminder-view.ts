import { counted, letterCount, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Reminder } from '../../campaigns/reminder-event.ts'
import { inRows } from '../keyboard-parts.ts'
import { muteButton } from '../notifications/notifications-view.ts'
import { openDayCardButton } from '../open-days/open-day-card.ts'
import { hostName, inLanguage } from '../open-days/open-day-names.ts'
import type { Keyboard, View } from '../view.ts'
import { reasonLine } from './reason-line.ts'
import { dayLine, eventLines, startTime } from './reminder-lines.ts'

/** More would not fit on a screen; the rest is counted. */
const SHOWN = 6
/** What phones show of the label of a button with a neighbour, and of one without, in letters. */
const IN_PAIR = 15
const ALONE = 30
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
    keyboard: keyboard(tr, reminders.slice(0, shown)),
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

/** A way to each event that the text names, and the switch that each message we begin carries. */
function keyboard(tr: Translator, reminders: readonly Reminder[]): Keyboard {
  return [...eventRows(tr, reminders), [muteButton(tr, 'openDays')]]
}

/** Two events a row; one where only their hosts tell them apart. */
function eventRows(tr: Translator, reminders: readonly Reminder[]): Keyboard {
  const labels = reminders.map((reminder) => eventLabel(tr, reminder, reminders.length > 1 ? IN_PAIR : ALONE))
  const areAlike = new Set(labels).size < labels.length
  const buttons = reminders.map((reminder, index) => {
    const label = labels[index] ?? ''
    return openDayCardButton(areAlike ? withHost(tr, reminder, label) : label, reminder.openDayId)
  })
  return inRows(buttons, areAlike ? 1 : 2)
}

/** «ЛНУ, 10:00»: the name is cut, not the time that tells two events of one university apart. */
function eventLabel(tr: Translator, reminder: Reminder, room: number): string {
  const time = startTime(reminder)
  const ending = time === null ? '' : `, ${time}`
  return plainName(inLanguage(tr, reminder.university.short), room - letterCount(ending)) + ending
}

/** «ЛНУ, 10:00, прикладна матем…» */
function withHost(tr: Translator, reminder: Reminder, label: string): string {
  const beginning = `${label}, `
  return beginning + plainName(hostName(tr, reminder), ALONE - letterCount(beginning))
}
