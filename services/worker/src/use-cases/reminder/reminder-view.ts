import { counted } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Reminder } from '../../campaigns/reminder-event.ts'
import { muteButton } from '../notifications/notifications-view.ts'
import { eventRows } from '../open-days/event-buttons.ts'
import type { Keyboard, View } from '../view.ts'
import { reasonLine } from './reason-line.ts'
import { dayLine, eventLines } from './reminder-lines.ts'

/** More would not fit on a screen; the rest is counted. */
const SHOWN = 6
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
