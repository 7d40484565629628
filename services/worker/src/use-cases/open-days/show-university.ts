import type { HostUniversity, OpenDay } from '@abitly/database'
import { displayName, formatCount, kyivDate, kyivTime, shortDayText } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { greet } from '../show-menu.ts'
import type { Button, Keyboard, Outcome, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { hostName, inLanguage, noonOf, shownName } from './open-day-names.ts'

/** Events that are told of at once; the rest is in the list. */
const SHOWN = 3
const HOST = 60

/** An institution's coming events, for who came by its link. `id`: of EDBO. */
export async function showUniversity(visit: Visit, id: number): Promise<View> {
  const university = await visit.repos.openDays.university(id)
  return university === null ? unknownUniversity(visit) : universityView(visit, university)
}

/** The ordinary first screen, and why it is no other. */
export async function unknownUniversity(visit: Visit): Promise<View> {
  const { text, keyboard = [] } = await greet(visit)
  return { text: `${text}\n\n${visit.tr.text('university-unknown')}`, keyboard }
}

/** Puts an institution among the student's filters, or takes it out. Twice is the same as once. */
export async function watchUniversity(
  visit: Visit,
  { universityId, on }: { universityId: number; on: boolean },
): Promise<Outcome> {
  const { repos, student, tr } = visit
  const university = await repos.openDays.university(universityId)
  if (university === null) return { view: await unknownUniversity(visit) }
  const { universityIds } = await repos.openDayFilters.of(student.chatId)
  const choice = { field: 'university' as const, id: university.universityId }
  if (on) await repos.openDayFilters.add(student.chatId, choice)
  else await repos.openDayFilters.remove(student.chatId, choice)
  const view = await universityView(visit, university)
  if (on) return { view, toast: tr.text('toast-watching') }
  return universityIds.includes(choice.id) ? { view, toast: tr.text('toast-not-watching') } : { view }
}

async function universityView(visit: Visit, university: HostUniversity): Promise<View> {
  const { repos, student, tr, now } = visit
  const { universityId, regionId, name } = university
  const today = kyivDate(now)
  const itsOwn = { regionIds: [], specialityCodes: [], universityIds: [universityId] }
  const total = await repos.openDays.countComing(itsOwn, today)
  const openDays = await repos.openDays.coming(student.chatId, itsOwn, { today, offset: 0, limit: SHOWN })
  const filters = await repos.openDayFilters.of(student.chatId)
  const isWatched = filters.universityIds.includes(universityId)
  // All dimensions must match: a filter of other regions keeps its events out.
  const isHidden = isWatched && filters.regionIds.length > 0 && !filters.regionIds.includes(regionId)
  const events = openDays.map((openDay) => eventText(visit, openDay))
  const generated = openDays.some((openDay) => openDay.generated) ? [tr.text('open-days-generated')] : []
  return {
    text: [
      tr.text('university', { university: displayName(inLanguage(tr, name)) }),
      events.length === 0 ? tr.text('open-days-none') : [...events, ...generated].join('\n'),
      ...(isHidden ? [tr.text('university-hidden')] : []),
      tr.text('university-invitation'),
    ].join('\n\n'),
    keyboard: universityKeyboard(visit, { universityId, total, isWatched, isHidden }),
  }
}

function eventText({ tr, now }: Visit, openDay: OpenDay): string {
  const { date, startsAt, format } = openDay
  const args = {
    day: shortDayText(tr, noonOf(date), now),
    host: shownName(hostName(tr, openDay), HOST),
  }
  const line =
    startsAt === null
      ? tr.text('university-event-unknown', args)
      : tr.text('university-event', { ...args, time: kyivTime(startsAt).time })
  return format === 'offline' ? line : `${line} · ${tr.text('open-days-format', { format })}`
}

function universityKeyboard(
  { tr }: Visit,
  facts: { universityId: number; total: number; isWatched: boolean; isHidden: boolean },
): Keyboard {
  const { universityId, total, isWatched, isHidden } = facts
  const list: Button = {
    text: tr.text('button-university-open-days', { n: formatCount(tr.language, total) }),
    press: { kind: 'open-days', place: { list: { of: 'university', universityId }, page: 0 } },
    style: 'primary',
  }
  const watch: Button = {
    text: tr.text(isWatched ? 'button-unwatch' : 'button-watch'),
    press: { kind: 'watch', universityId, on: !isWatched },
    ...(total === 0 && !isWatched ? { style: 'primary' as const } : {}),
  }
  const filters: Button = { text: tr.text('button-filters'), press: { kind: 'open-filters' } }
  return [...(total === 0 ? [] : [[list]]), [watch], ...(isHidden ? [[filters]] : []), [menuButton(tr)]]
}
