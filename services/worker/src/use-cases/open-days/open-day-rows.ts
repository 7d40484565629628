import type { OpenDay } from '@abitly/database'
import { dayHeading, kyivDate, kyivTime } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { hostName, inLanguage, noonOf, shownName } from './open-day-names.ts'

/** Two lines of a phone, so that a page of a list fits the screen. */
const SHORT_NAME = 30
const HOST = 60

/** Open days as lines of a list, a heading above those of each day; `first`: the number of the first. */
export function openDayRows(
  tr: Translator,
  openDays: readonly OpenDay[],
  { first, now, withUniversity }: { first: number; now: Date; withUniversity: boolean },
): string[] {
  const markEach = !allGenerated(openDays)
  const lines = openDays.flatMap((openDay, index) => {
    const heading = openDay.date === openDays[index - 1]?.date ? [] : [headingText(tr, openDay, now)]
    const row = rowText(tr, openDay, { number: first + index, now, withUniversity })
    return [...heading, [row, ...marks(tr, openDay, markEach)].join(' · ')]
  })
  const footnote = openDays.length > 0 && !markEach ? [tr.text('open-days-generated')] : []
  return [...lines, ...footnote]
}

/** Whether all are invented: then one line says so for all of them. */
function allGenerated(openDays: readonly OpenDay[]): boolean {
  return openDays.every(({ generated }) => generated)
}

function headingText(tr: Translator, { date }: OpenDay, now: Date): string {
  const day = dayHeading(tr, noonOf(date), now)
  return tr.text(date < kyivDate(now) ? 'open-days-past-day' : 'open-days-day', { day })
}

function rowText(
  tr: Translator,
  openDay: OpenDay,
  { number, now, withUniversity }: { number: number; now: Date; withUniversity: boolean },
): string {
  const args = { number: String(number), host: hostText(tr, openDay, withUniversity) }
  const time = timeText(tr, openDay, now)
  return time === null ? tr.text('open-days-row-untimed', args) : tr.text('open-days-row', { ...args, time })
}

function hostText(tr: Translator, openDay: OpenDay, withUniversity: boolean): string {
  const host = shownName(hostName(tr, openDay), HOST)
  if (!withUniversity) return host
  return tr.text('open-days-host', {
    university: shownName(inLanguage(tr, openDay.university.short), SHORT_NAME),
    host,
  })
}

/** «10:00», or that nobody knows yet; null: nobody will say any more. */
function timeText(tr: Translator, { date, startsAt }: OpenDay, now: Date): string | null {
  if (startsAt !== null) return kyivTime(startsAt).time
  return date < kyivDate(now) ? null : tr.text('open-days-time-unknown')
}

function marks(tr: Translator, { format, attending, generated }: OpenDay, markGenerated: boolean): string[] {
  return [
    ...(format === 'offline' ? [] : [tr.text('open-days-format', { format })]),
    ...(attending ? [tr.text('open-days-going')] : []),
    ...(generated && markGenerated ? [tr.text('open-days-demo')] : []),
  ]
}
