import type { OpenDay } from '@abitly/database'
import {
  atTimeText,
  escapeHtml,
  fromToText,
  kyivDate,
  onDayText,
  plainName,
  untilDayText,
} from '@abitly/text'
import type { Translator } from '@abitly/text'
import { inRows } from '../keyboard-parts.ts'
import { isWebAddress } from '../link-address.ts'
import type { AskingButton, Button, Keyboard, View } from '../view.ts'
import { MY_PLACE } from './open-day-list.ts'
import type { ListPlace } from './open-day-list.ts'
import { inLanguage, noonOf, shownName } from './open-day-names.ts'

const TITLE = 150
const NAME = 120
const ADDRESS = 150
/** What organisers write of their own accord. */
const FREE_TEXT = 300
const MAPS = 'https://www.google.com/maps/search/?api=1'

/** Opens an open day from a message that we began: it becomes a message of its own, that one stays. */
export function openDayCardButton(text: string, openDayId: number): AskingButton {
  return { text, press: { kind: 'open-day', openDayId, place: null } }
}

/** All of an open day. `place`: the list it was chosen from. */
export function openDayCard(tr: Translator, openDay: OpenDay, place: ListPlace | null, now: Date): View {
  const details = detailLines(tr, openDay)
  return {
    text: [
      headingLines(tr, openDay).join('\n'),
      factLines(tr, openDay, now).join('\n'),
      ...(details.length === 0
        ? []
        : [`<blockquote expandable>${details.map(escapeHtml).join('\n')}</blockquote>`]),
      ...(openDay.generated ? [tr.text('open-day-generated')] : []),
    ].join('\n\n'),
    keyboard: cardKeyboard(tr, openDay, place ?? MY_PLACE, now),
  }
}

/** The day and the time of an open day: «У суботу, 24 січня, з 10:00 до 13:00». */
export function openDayWhen(tr: Translator, { date, startsAt, endsAt }: OpenDay, now: Date): string {
  const onDay = onDayText(tr, noonOf(date), now)
  const day = onDay.charAt(0).toUpperCase() + onDay.slice(1)
  // Of what is over nobody will say any more.
  if (startsAt === null)
    return tr.text(date < kyivDate(now) ? 'open-day-when-past' : 'open-day-when-unknown', { day })
  const hasEnd = endsAt !== null && endsAt > startsAt
  const time = hasEnd ? fromToText(tr, startsAt, endsAt) : atTimeText(tr, startsAt)
  return tr.text('open-day-when', { day, time })
}

/** What it is called, and whose it is, without saying a name twice. */
function headingLines(tr: Translator, { title, faculty, university }: OpenDay): string[] {
  const name = inLanguage(tr, title)
  const host = faculty === null ? null : inLanguage(tr, faculty)
  return [
    tr.text('open-day-title', { title: shownName(name, TITLE) }),
    ...(host === null || name.includes(host) ? [] : [shownName(host, NAME)]),
    shownName(inLanguage(tr, university.name), NAME),
  ]
}

function factLines(tr: Translator, openDay: OpenDay, now: Date): string[] {
  const { date, format, address, registrationDeadline: deadline } = openDay
  const place =
    address === null || format === 'online'
      ? tr.text('open-day-format', { format })
      : tr.text('open-day-place', { format, address: shownName(address, ADDRESS) })
  const isPast = date < kyivDate(now)
  const registration =
    deadline === null || isPast
      ? []
      : deadline <= now
        ? [tr.text('open-day-registration-closed')]
        : [tr.text('open-day-registration', { until: untilDayText(tr, deadline, now) })]
  const over = isPast ? [tr.text('open-day-over')] : []
  return [openDayWhen(tr, openDay, now), place, ...registration, ...over]
}

/** Not escaped. */
function detailLines(tr: Translator, { programme, audience, contacts }: OpenDay): string[] {
  const given = { programme, audience, contacts }
  return (['programme', 'audience', 'contacts'] as const).flatMap((what) => {
    const text = (given[what] ?? '').trim()
    return text === '' ? [] : [tr.text('open-day-detail', { what, text: plainName(text, FREE_TEXT) })]
  })
}

function cardKeyboard(tr: Translator, openDay: OpenDay, place: ListPlace, now: Date): Keyboard {
  const { openDayId, attending, date } = openDay
  const isPast = date < kyivDate(now)
  const attend: Button = attending
    ? { text: tr.text('button-leave'), press: { kind: 'attend', openDayId, on: false, place } }
    : {
        text: tr.text('button-attend'),
        press: { kind: 'attend', openDayId, on: true, place },
        style: 'primary',
      }
  const calendar: Button = { text: tr.text('button-calendar'), press: { kind: 'calendar', openDayId, place } }
  const more = [...(isPast ? [] : [calendar]), ...linkButtons(tr, openDay, now)]
  const back: Button = { text: tr.text('button-to-list'), press: { kind: 'open-days', place } }
  return [...(isPast && !attending ? [] : [[attend]]), ...inRows(more, 2), [back]]
}

/** Addresses come from outside: only what Telegram takes for a page becomes a button. */
function linkButtons(tr: Translator, openDay: OpenDay, now: Date): Button[] {
  const { date, format, address, streamUrl, registrationUrl, registrationDeadline, university } = openDay
  const isOpen = date >= kyivDate(now) && (registrationDeadline === null || registrationDeadline > now)
  const link = (text: string, url: string | null, isWanted: boolean): Button[] =>
    url !== null && isWanted && isWebAddress(url) ? [{ text, url }] : []
  const map = address === null ? null : mapAddress(address, university.name.uk)
  return [
    ...link(tr.text('button-registration-page'), registrationUrl, isOpen),
    ...link(tr.text('button-stream'), streamUrl, format !== 'offline'),
    ...link(tr.text('button-map'), map, format !== 'online'),
  ]
}

/** Without the number of a house an address is a hall of the university. */
function mapAddress(address: string, university: string): string {
  const place = /\p{N}/u.test(address) ? address : `${university}, ${address}`
  const url = new URL(MAPS)
  url.searchParams.set('query', plainName(place, ADDRESS))
  return url.href
}
