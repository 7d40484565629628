import { counted, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'
import { isWebAddress } from '../link-address.ts'
import { muteButton } from '../notifications/notifications-view.ts'
import type { Keyboard, View } from '../view.ts'
import { inLanguage } from '../open-days/open-day-names.ts'
import { openDayLines } from './open-day-lines.ts'

/** More would not fit into one message with the longest names; the rest is counted. */
const SHOWN = 6
/** Buttons for more would push the message off the screen. */
const BUTTONS = 3
const LABEL = 30

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

/** Each message we begin carries the switch that ends its kind. */
function keyboard(tr: Translator, events: readonly OpenDayEvent[]): Keyboard {
  const registrations = events.flatMap(({ registrationUrl: url, university }) => {
    if (url === null || !isWebAddress(url)) return []
    const name = inLanguage(tr, university.short)
    return [[{ text: plainName(tr.text('button-registration', { university: name }), LABEL), url }]]
  })
  return [...registrations.slice(0, BUTTONS), [muteButton(tr, 'openDays')]]
}
