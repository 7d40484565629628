import { displayName, formatCount, letterCount, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { inRows, pageButtons } from '../keyboard-parts.ts'
import { pageOf } from '../paging.ts'
import type { AskingButton, Keyboard, Press } from '../view.ts'
import { arranged, foundChoices } from './choices.ts'
import type { Choice } from './choices.ts'

/** Where somebody stands in a long list of choices. */
export interface ChoicePlace {
  /** From 0. */
  page: number
  /** What was typed to find one; empty: all. */
  query: string
  /** What was chosen when the list was opened: it stays in front, so that nothing moves under a finger. */
  first: readonly string[]
}

/** The list and what of it is chosen. */
export interface ChoiceList {
  all: readonly Choice[]
  chosen: readonly string[]
}

/** How its buttons are made. */
export interface ChoiceButtons {
  toggle: (text: string, id: string) => AskingButton
  page: (page: number) => Press
}

/** How a page is laid out; `label`: what a phone shows of it in such a row, in letters. */
const PAIRS = { columns: 2, rows: 8, label: 15 }
const SINGLES = { columns: 1, rows: 10, label: 30 }
/** So many names in a hundred may be cut in pairs. */
const MAY_BE_CUT = 10
/** «✓ » */
const MARK = 2
/** Names that are spelled out; the rest is a number. */
const SPELLED_OUT = 5

/** What is chosen, in the order of choosing, and what a search has come to. */
export function choiceLines(tr: Translator, list: ChoiceList, place: ChoicePlace): string[] {
  const names = list.chosen.flatMap((id) => list.all.find((one) => one.id === id)?.label ?? [])
  const found = foundIn(list, place).length
  return [chosenText(tr, names), ...(place.query === '' ? [] : [searchText(tr, place.query, found)])]
}

/** One page of the choices, and the row that turns pages. */
export function choiceRows(
  tr: Translator,
  list: ChoiceList,
  place: ChoicePlace,
  buttons: ChoiceButtons,
): Keyboard {
  const found = foundIn(list, place)
  const { columns, rows, label: room } = layoutOf(list)
  const { page, pages, offset } = pageOf(place.page, found.length, columns * rows)
  const shown = found.slice(offset, offset + columns * rows).map(({ id, label }) => {
    // Telegram refuses a keyboard with an empty label.
    const name = label.trim() === '' ? id : label
    const text = list.chosen.includes(id)
      ? tr.text('chosen', { name: plainName(name, room - MARK) })
      : plainName(name, room)
    return buttons.toggle(text, id)
  })
  return [...inRows(shown, columns), ...pageButtons(tr, page, pages, buttons.page)]
}

/** «ЛНУ, ЛП, КПІ, КНУ, ХНУ, ще 4» */
export function namesText(tr: Translator, names: readonly string[]): string {
  const shown = names.slice(0, SPELLED_OUT).map(displayName)
  const rest = names.length - shown.length
  if (rest > 0) shown.push(tr.text('choices-more', { n: formatCount(tr.language, rest) }))
  return shown.join(', ')
}

/** Long names have a row each. */
function layoutOf({ all }: ChoiceList): typeof PAIRS {
  const cut = all.filter(({ label }) => letterCount(label) > PAIRS.label).length
  return cut * 100 > all.length * MAY_BE_CUT ? SINGLES : PAIRS
}

function foundIn({ all }: ChoiceList, { query, first }: ChoicePlace): Choice[] {
  return foundChoices(arranged(all, first), query)
}

function chosenText(tr: Translator, names: readonly string[]): string {
  if (names.length === 0) return tr.text('choices-none')
  const n = formatCount(tr.language, names.length)
  return tr.text('choices-chosen', { n, names: namesText(tr, names) })
}

function searchText(tr: Translator, query: string, found: number): string {
  const args = { query: displayName(query), n: formatCount(tr.language, found) }
  return tr.text(found === 0 ? 'choices-found-none' : 'choices-found', args)
}
