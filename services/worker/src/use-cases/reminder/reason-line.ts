import { counted, listText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Reminder } from '../../campaigns/reminder-event.ts'
import { universityText } from './reminder-lines.ts'

/** More names would be longer than the events; the rest is counted. */
const NAMED = 3
/** The events have named them in full. */
const NAME = 20

/** Why the reminder came: «Нагадую, бо ти йдеш на подію ЛНУ та стежиш за пропозицією ЛП.» */
export function reasonLine(tr: Translator, reminders: readonly Reminder[]): string {
  const attended = reminders.filter(({ attends }) => attends)
  const tracked = reminders.filter(({ trackedOffers }) => trackedOffers > 0)
  const attends = clause(tr, 'reminder-attends', attended, attended.length)
  const tracks = clause(tr, 'reminder-tracks', tracked, offersOf(tracked))
  const reasons = bothOr(tr, attends, tracks, universitiesOf(tr, [...attended, ...tracked]).length > 2)
  return tr.text('reminder-reason', { reasons })
}

/** @param lists whether a clause names several universities, so that one more "and" would be one too many */
function bothOr(tr: Translator, attends: string | null, tracks: string | null, lists: boolean): string {
  if (attends === null || tracks === null) return attends ?? tracks ?? ''
  return tr.text(lists ? 'reminder-both-lists' : 'reminder-both', { attends, tracks })
}

function clause(
  tr: Translator,
  key: 'reminder-attends' | 'reminder-tracks',
  reminders: readonly Reminder[],
  n: number,
): string | null {
  if (reminders.length === 0) return null
  const names = universitiesOf(tr, reminders)
  const others = names.length - NAMED
  const shown = [
    ...names.slice(0, NAMED),
    ...(others > 0 ? [tr.text('reminder-other-universities', counted(tr, 'n', others))] : []),
  ]
  return tr.text(key, { n: n === 1 ? 'one' : 'many', universities: listText(tr, shown) })
}

/** Each university once. */
function universitiesOf(tr: Translator, reminders: readonly Reminder[]): string[] {
  const names = new Map(reminders.map((one) => [one.universityId, universityText(tr, one, NAME)]))
  return [...names.values()]
}

/** Each university counts its offers once, however many events it has. */
function offersOf(tracked: readonly Reminder[]): number {
  const offers = new Map(tracked.map(({ universityId, trackedOffers }) => [universityId, trackedOffers]))
  return [...offers.values()].reduce((sum, n) => sum + n, 0)
}
