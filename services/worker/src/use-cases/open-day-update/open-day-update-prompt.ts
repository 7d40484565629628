import { counted, escapeHtml, formatCount, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'
import type { OpenDayUpdateAnswer } from '../admin/admin-press.ts'
import { campaignsButton } from '../campaigns/card-keyboard.ts'
import type { Button, View } from '../view.ts'
import type { AdminVisit } from '../visit.ts'
import type { OpenDayCount } from './count-recipients.ts'
import { inLanguage } from '../open-days/open-day-names.ts'
import { eventDay } from './open-day-lines.ts'
import type { OpenDayUpdateState } from './open-day-update-state.ts'

/** Events that are listed; the rest is counted. */
const LISTED = 10
const NAME = 60

/** What was edited, and what it comes to. */
export interface OpenDayUpdateFacts {
  state: OpenDayUpdateState
  count: OpenDayCount
  events: readonly OpenDayEvent[]
}

/** Asks whether to tell students of edited open days; in the second step, to type how many they are. */
export function openDayUpdatePrompt(
  visit: Pick<AdminVisit, 'tr' | 'now'>,
  { state, count, events }: OpenDayUpdateFacts,
  revision: number,
): View {
  const { tr } = visit
  const button = (text: string, answer: OpenDayUpdateAnswer, style?: 'primary'): Button => ({
    text,
    press: { kind: 'admin', ask: { kind: 'open-day-update', number: state.number, revision, answer } },
    ...(style === undefined ? {} : { style }),
  })
  const cancel = button(tr.text('button-cancel'), 'cancel')
  if (state.step === 'confirm') {
    const typed = { ...counted(tr, 'recipients', state.recipients), typed: String(state.recipients) }
    return {
      text: `${tr.text('notify-title')}\n\n${tr.text('notify-confirm', typed)}`,
      keyboard: [[button(tr.text('button-back'), 'back'), cancel]],
    }
  }
  const recipients = formatCount(tr.language, count.recipients)
  const send = button(tr.text('button-send-recipients', { recipients }), 'send', 'primary')
  const example = button(tr.text('button-example-message'), 'example')
  return { text: editedText(visit, events, count), keyboard: [[send], [example, cancel]] }
}

/** The same, where there is nobody to tell. */
export function nobodyToTellView(
  visit: Pick<AdminVisit, 'tr' | 'now'>,
  events: readonly OpenDayEvent[],
  count: OpenDayCount,
): View {
  const { tr } = visit
  const why = tr.text(count.matched === 0 ? 'notify-nobody-matches' : 'notify-everybody-knows')
  return { text: `${editedText(visit, events, count)}\n${why}`, keyboard: [[campaignsButton(tr)]] }
}

/** Nothing to tell of at all. */
export function nothingEditedView(tr: Translator): View {
  return {
    text: `${tr.text('notify-title')}\n\n${tr.text('notify-none')}`,
    keyboard: [[campaignsButton(tr)]],
  }
}

function editedText(
  { tr, now }: Pick<AdminVisit, 'tr' | 'now'>,
  events: readonly OpenDayEvent[],
  count: OpenDayCount,
): string {
  const listed = events.slice(0, LISTED).map((event) => {
    const name = (text: string): string => escapeHtml(plainName(text, NAME))
    const university = name(inLanguage(tr, event.university.short))
    const title = name(inLanguage(tr, event.title))
    return tr.text('notify-event', { when: eventDay(tr, event, now), university, title })
  })
  const rest = events.length - listed.length
  if (rest > 0) listed.push(tr.text('open-day-update-more', counted(tr, 'n', rest)))
  const counts = tr.text('notify-counts', {
    matched: formatCount(tr.language, count.matched),
    told: formatCount(tr.language, count.told),
    recipients: formatCount(tr.language, count.recipients),
  })
  const heading = `${tr.text('notify-title')}\n${tr.text('notify-edited', counted(tr, 'n', events.length))}`
  return [heading, listed.join('\n'), counts].join('\n\n')
}
