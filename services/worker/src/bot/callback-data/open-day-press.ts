import { CHOICE_FIELDS } from '../../use-cases/choices/choice-field.ts'
import { PLAIN_FILTER_ANSWERS } from '../../use-cases/open-day-filters/filter-answer.ts'
import type { FilterAnswer, PlainFilterAnswer } from '../../use-cases/open-day-filters/filter-answer.ts'
import type { ListPlace, OpenDayList } from '../../use-cases/open-days/open-day-list.ts'
import type { Press } from '../../use-cases/view.ts'
import { packChoiceAnswer, unpackChoiceAnswer, unpackPlainAnswer } from './choice-answer.ts'
import { packFlag, packNumber, unpackNumber } from './whole-number.ts'

const PLAIN_CODES: Readonly<Record<PlainFilterAnswer, string>> = {
  back: 'b',
  done: 'd',
  clear: 'x',
  'clear-all': 'xa',
  'show-all': 'sa',
}

/** The presses about open days. */
type OpenDayPress = Extract<
  Press,
  { kind: 'open-days' | 'open-day' | 'attend' | 'calendar' | 'watch' | 'open-filters' | 'filters' }
>

/** One of these presses as fields; the first is its code. */
export function packOpenDayPress(press: OpenDayPress): string[] {
  switch (press.kind) {
    case 'open-days':
      return ['od', ...packPlace(press.place)]
    case 'open-day':
      return ['oc', packNumber(press.openDayId), ...packPlace(press.place)]
    case 'attend':
      return ['oa', packFlag(press.on), packNumber(press.openDayId), ...packPlace(press.place)]
    case 'calendar':
      return ['oi', packNumber(press.openDayId), ...packPlace(press.place)]
    case 'watch':
      return ['w', packFlag(press.on), packNumber(press.universityId)]
    case 'open-filters':
      return ['fo']
    case 'filters':
      return ['f', packNumber(press.revision), ...packFilterAnswer(press.answer)]
  }
}

/** A page of a list as two fields; none for no list. */
function packPlace(place: ListPlace | null): string[] {
  return place === null ? [] : [packList(place.list), packNumber(place.page)]
}

/** The page back; null without fields; undefined for anything we have not packed. */
export function unpackPlace(fields: readonly string[]): ListPlace | null | undefined {
  if (fields.length === 0) return null
  const list = unpackList(fields[0] ?? '')
  const page = unpackNumber(fields[1])
  return list === null || page === null ? undefined : { list, page }
}

/** An answer below the filters as two fields at most. */
function packFilterAnswer(answer: FilterAnswer): string[] {
  if (answer.kind === 'field') return ['f', answer.field]
  if (answer.kind === 'toggle' || answer.kind === 'page') return packChoiceAnswer(answer)
  return [PLAIN_CODES[answer.kind]]
}

/** The answer back; null for anything we have not packed. */
export function unpackFilterAnswer(fields: readonly string[]): FilterAnswer | null {
  const [code, value] = fields
  if (code === 'f') {
    const field = CHOICE_FIELDS.find((known) => known === value)
    return field === undefined ? null : { kind: 'field', field }
  }
  return unpackChoiceAnswer(fields) ?? unpackPlainAnswer(code, PLAIN_CODES, PLAIN_FILTER_ANSWERS)
}

function packList(list: OpenDayList): string {
  switch (list.of) {
    case 'filters':
      return 'f'
    case 'all':
      return 'a'
    case 'mine':
      return 'm'
    case 'university':
      return `u${packNumber(list.universityId)}`
  }
}

function unpackList(packed: string): OpenDayList | null {
  if (packed === 'f') return { of: 'filters' }
  if (packed === 'a') return { of: 'all' }
  if (packed === 'm') return { of: 'mine' }
  const universityId = packed.startsWith('u') ? unpackNumber(packed.slice(1)) : null
  return universityId === null ? null : { of: 'university', universityId }
}
