import { counted } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'
import { muteButton } from '../notifications/notifications-view.ts'
import type { Keyboard, View } from '../view.ts'
import { eventRows } from '../open-days/event-buttons.ts'
import { openDayLines } from './open-day-lines.ts'

/** More would not fit into one message with the longest names; the rest is counted. */
const SHOWN = 6

/** Tells a student of open days that were edited and meet the student's filters. */
export function openDayUpdateView(tr: Translator, events: readonly OpenDayEvent[], now: Date): View {
  const shown = events.slice(0, SHOWN)
  const rest = events.length - shown.length
  return {
    text: [
      tr.text('open-day-update', { n: events.length === 1 ? 'one' : 'many' }),
      ...shown.map((event) => openDayLines(tr, event, now).join('\n')),
      ...(rest > 0 ? [tr.text('open-day-update-more', counted(tr, 'n', rest))] : []),
      tr.text('open-day-update-reason'),
    ].join('\n\n'),
    keyboard: keyboard(tr, shown),
  }
}

/** A way to each event that the text names, and the switch that each message we begin carries. */
function keyboard(tr: Translator, events: readonly OpenDayEvent[]): Keyboard {
  return [...eventRows(tr, events), [muteButton(tr, 'openDays')]]
}
