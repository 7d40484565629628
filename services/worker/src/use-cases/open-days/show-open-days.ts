import type { OpenDay, OpenDayFilters } from '@abitly/database'
import { displayName, formatCount, kyivDate } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { inRows, pageButtons } from '../keyboard-parts.ts'
import { nothingMetLine } from '../open-day-filters/nothing-met.ts'
import { choicesIn } from '../open-day-filters/filter-choices.ts'
import { pageOf } from '../paging.ts'
import type { Button, Keyboard, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { FIRST_PLACE, MY_PLACE } from './open-day-list.ts'
import type { ListPlace, OpenDayList } from './open-day-list.ts'
import { inLanguage } from './open-day-names.ts'
import { openDayRows } from './open-day-rows.ts'

/** As many as fit a phone, and as many numbers as fit a row of buttons. */
const PAGE = 5

/** What a page of a list is made of. */
interface OpenDayPage {
  list: OpenDayList
  page: number
  pages: number
  total: number
  openDays: readonly OpenDay[]
  /** What the student has chosen, whether or not this list goes by it. */
  filters: OpenDayFilters
  /** How many coming ones the student means to attend. */
  going: number
}

/** A page of open days. A page that is no more becomes the last one. */
export async function showOpenDays(visit: Visit, place: ListPlace = FIRST_PLACE): Promise<View> {
  const loaded = await loadPage(visit, place)
  const { list, openDays, page } = loaded
  const heading = await headingText(visit, loaded)
  const { tr, now } = visit
  const withUniversity = list.of !== 'university'
  const rows = openDayRows(tr, openDays, { first: page * PAGE + 1, now, withUniversity })
  const body = openDays.length === 0 ? await emptyText(visit, loaded) : rows.join('\n')
  return { text: `${heading}\n\n${body}`, keyboard: listKeyboard(visit, loaded) }
}

async function loadPage({ repos, student, now }: Visit, { list, page }: ListPlace): Promise<OpenDayPage> {
  const { openDays } = repos
  const { chatId } = student
  const today = kyivDate(now)
  const filters = await repos.openDayFilters.of(chatId)
  const attended = await openDays.countAttended(chatId, today)
  const shown = shownList(list, filters)
  const wanted = wantedBy(shown, filters)
  const total = shown.of === 'mine' ? attended.all : await openDays.countComing(wanted, today)
  const place = pageOf(page, total, PAGE)
  const stretch = { today, offset: place.offset, limit: PAGE }
  const read =
    shown.of === 'mine' ? openDays.attended(chatId, stretch) : openDays.coming(chatId, wanted, stretch)
  return { list: shown, ...place, total, openDays: await read, filters, going: attended.coming }
}

/** Without filters, all is what they meet. */
function shownList(list: OpenDayList, filters: OpenDayFilters): OpenDayList {
  return list.of === 'filters' && choicesIn(filters) === 0 ? { of: 'all' } : list
}

function wantedBy(list: OpenDayList, filters: OpenDayFilters): OpenDayFilters {
  const none: OpenDayFilters = { regionIds: [], specialityCodes: [], universityIds: [] }
  if (list.of === 'filters') return filters
  return list.of === 'university' ? { ...none, universityIds: [list.universityId] } : none
}

async function headingText({ repos, tr }: Visit, { list, total }: OpenDayPage): Promise<string> {
  const n = formatCount(tr.language, total)
  switch (list.of) {
    case 'mine':
      return tr.text('open-days-mine', { n })
    case 'university': {
      const university = await repos.openDays.university(list.universityId)
      const name = university === null ? '' : inLanguage(tr, university.name)
      return tr.text('open-days-university', { university: displayName(name), n })
    }
    case 'filters':
    case 'all':
      return tr.text('open-days', { list: list.of, n })
  }
}

async function emptyText(visit: Visit, { list, filters }: OpenDayPage): Promise<string> {
  const { tr } = visit
  if (list.of === 'filters') return nothingMetLine(visit, filters)
  return tr.text(list.of === 'mine' ? 'open-days-mine-none' : 'open-days-none')
}

function listKeyboard({ tr }: Visit, { list, page, pages, openDays, filters, going }: OpenDayPage): Keyboard {
  const numbers = openDays.map(({ openDayId }, index): Button => {
    const text = String(page * PAGE + index + 1)
    return { text, press: { kind: 'open-day', openDayId, place: { list, page } } }
  })
  const turn = pageButtons(tr, page, pages, (to) => ({ kind: 'open-days', place: { list, page: to } }))
  const lead = (text: string, to: ListPlace, style?: 'primary'): Button => {
    const press = { kind: 'open-days' as const, place: to }
    return { text, press, ...(style === undefined ? {} : { style }) }
  }
  const all = lead(tr.text('button-show-all'), { list: { of: 'all' }, page: 0 })
  const mine = lead(tr.text('button-going', { n: formatCount(tr.language, going) }), MY_PLACE)
  const rows: Keyboard = [...(numbers.length > 0 ? [numbers] : []), ...turn]
  if (list.of === 'mine') {
    const style = openDays.length === 0 ? 'primary' : undefined
    return [...rows, [lead(tr.text('button-open-days'), FIRST_PLACE, style), menuButton(tr)]]
  }
  const chosen = choicesIn(filters)
  const byFilters = lead(tr.text('button-by-filters'), FIRST_PLACE)
  const others = list.of === 'all' ? (chosen > 0 ? [byFilters] : []) : [all]
  const onward = [filtersButton(tr, chosen), ...others, ...(going > 0 ? [mine] : []), menuButton(tr)]
  return [...rows, ...inRows(onward, 2)]
}

function filtersButton(tr: Visit['tr'], chosen: number): Button {
  const text =
    chosen === 0
      ? tr.text('button-filters')
      : tr.text('button-filters-chosen', { n: formatCount(tr.language, chosen) })
  return { text, press: { kind: 'open-filters' } }
}
